import { createServer, type Server } from 'node:net';
import { onTestFinished } from 'vitest';
import { EICAR } from '../../hostile-files';

/** A scanner that speaks clamd's INSTREAM to the letter and knows one signature. */
export interface SmallClamd {
  readonly server: Server;
  /** Bytes of every file that it was given. */
  readonly seen: number[];
}

/**
 * @param place a port on this machine, or the path of a socket
 * @param says what it says of a file; null: it breaks off without a word
 */
export async function openClamd(
  place: number | string,
  says: (file: Buffer) => string | null = aboutSignatures,
): Promise<SmallClamd> {
  const seen: number[] = [];
  const server = createServer((socket) => {
    let got = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      got = Buffer.concat([got, bytes]);
      if (got.equals(Buffer.from('zPING\0'))) return void socket.end('PONG\0');
      const file = fileOf(got);
      if (!file) return;
      seen.push(file.length);
      const said = says(file);
      if (said === null) socket.destroy();
      else socket.end(`${said}\0`);
    });
  });
  await new Promise<void>((resolve) =>
    typeof place === 'number' ? server.listen(place, '127.0.0.1', resolve) : server.listen(place, resolve),
  );
  onTestFinished(() => void server.close());
  return { server, seen };
}

function aboutSignatures(file: Buffer): string {
  return file.includes(Buffer.from(EICAR)) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
}

/** The file, once its end has come. @throws for what clamd would not understand */
function fileOf(got: Buffer): Buffer | null {
  const command = Buffer.from('zINSTREAM\0');
  if (got.length < command.length) return null;
  if (!got.subarray(0, command.length).equals(command)) throw new Error('not a command of clamd');
  const chunks = [];
  for (let at = command.length; at + 4 <= got.length; ) {
    const length = got.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(got.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
