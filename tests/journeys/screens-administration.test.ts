import { administration } from './screens/administration';
import { lookAt } from './screens/look-at';
import { office } from './screens/office';

lookAt([...administration, ...office]);
