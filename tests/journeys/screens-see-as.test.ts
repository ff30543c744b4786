import { lookAt } from './screens/look-at';
import { seeAs } from './screens/see-as';

lookAt(seeAs);
