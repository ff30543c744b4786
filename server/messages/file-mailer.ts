import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Ground } from '../ground';
import { compose } from './compose';
import type { Mailer } from './mail';

/**
 * Without a mail server every mail becomes `DATA_DIR/mail/<time>-<id>.eml`, and the log says that it lies there, with
 * its link. Allowed only where nobody but this machine can open Heed (env.ts), since whoever reads the log can use it.
 */
export function fileMailer(ground: Ground): Mailer {
  const folder = join(ground.settings.dataDir, 'mail');
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    works: false,
    send: async (mail) => {
      const made = await transport.sendMail(compose(mail, ground.settings.mailFrom));
      const file = join(folder, `${mail.at.replace(/[-:.]/g, '')}-${mail.id}.eml`);
      await writeDurably(folder, file, made.message as Buffer);
      ground.log.info({ file, link: mail.link }, 'a mail was written to a file');
    },
  };
}

/** The file is whole and on the disk when this returns, or not there at all. */
async function writeDurably(folder: string, file: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = `${file}.part`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
  const directory = await open(folder, 'r');
  await directory.sync().finally(() => directory.close());
}
