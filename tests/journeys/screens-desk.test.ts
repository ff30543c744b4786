import { account } from './screens/account';
import { desk } from './screens/desk';
import { lookAt } from './screens/look-at';

lookAt([...desk, ...account]);
