import './styles/index.css';
import './styles/shell.css';
import { HeedApp } from './app-shell';
import { startRouter } from './router';
import { routes } from './routes';

const app = new HeedApp();
document.body.append(app);
startRouter(routes, (place, by) => app.arrive(place, by));
