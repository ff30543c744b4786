import { lookAt } from './screens/look-at';
import { staff } from './screens/staff';

lookAt(staff);
