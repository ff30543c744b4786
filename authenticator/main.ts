import './styles/index.css';
import { HeedAuthenticator } from './app';
import { followTheme } from './follow-theme';

followTheme();
document.body.append(new HeedAuthenticator());
