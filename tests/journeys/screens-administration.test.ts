import { administration } from './screens/administration';
import { lookAt } from './screens/look-at';
import { office } from './screens/office';
import { trust } from './screens/trust';

lookAt([...administration, ...office, ...trust]);
