import { createServer, type AddressInfo } from 'node:net';
import { aConcernAtWork, anAction } from '../concerns/a-lead-at-work';
import { putChunk, type OnlineFile } from './online-file';

/** A port of this machine on which nobody listens. */
export async function aFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A concern of a school with a scanner, with these files on an action of it, all of them sent. */
export async function aConcernWith(environment: Record<string, string>, ...files: OnlineFile[]) {
  const { house, id, nadia } = await aConcernAtWork({}, { environment });
  const action = anAction(house, { files: files.map(({ file }) => file) });
  await nadia.must('addAction', { params: { id }, body: action });
  for (const file of files) for (const at of file.chunks.keys()) await putChunk(nadia, file, at + 1);
  await house.settled();
  const shown = async () => {
    const { history } = await nadia.must('readConcern', { params: { id } });
    return history.find((one) => one.id === action.actionId)?.files;
  };
  const open = (file: OnlineFile) => nadia.call('openFile', { params: { id, fileId: file.fileId } });
  return { house, id, nadia, shown, open };
}
