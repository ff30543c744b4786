import { importAgain } from './screens/import-again';
import { lookAt } from './screens/look-at';

lookAt([...importAgain]);
