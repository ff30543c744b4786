import { open } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A server that does the least: appends each body to a file and answers once the disk has it. @param folder of that file */
export async function openBareServer(
  folder: string,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const file = await open(join(folder, 'bodies'), 'a');
  const keep = async (request: IncomingMessage) => {
    for await (const bytes of request as AsyncIterable<Buffer>) await file.write(bytes);
    if (request.method === 'POST') await file.datasync();
  };
  const server = createServer((request, response) => {
    void keep(request).then(() => response.writeHead(200, { 'content-type': 'text/html' }).end('kept'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await file.close();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
