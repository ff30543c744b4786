import { administration } from './screens/administration';
import { lookAt } from './screens/look-at';

lookAt([...administration]);
