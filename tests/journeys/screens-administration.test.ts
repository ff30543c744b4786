import { administration } from './screens/administration';
import { office } from './screens/office';
import { lookAt } from './screens/look-at';

lookAt([...administration]);
