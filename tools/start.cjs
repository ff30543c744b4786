/**
 * Starts the built server with eight pool threads: Argon2, SQLite and files share them (architecture.md, Ports and
 * settings). The size is read once, when the pool is first used. Loading an ES module uses it already, hence CommonJS.
 */
process.env.UV_THREADPOOL_SIZE ??= '8';
import('../dist/server/index.js').catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
