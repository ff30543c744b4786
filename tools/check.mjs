/** `npm run check [-- sizes imports …]`: every rule of the house that a program can check. */
import 'tsx';

await import('./checks/index.ts');
