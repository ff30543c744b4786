import { createHash } from 'node:crypto';
import { emblemBounds, type Emblem, type EmblemType } from '../../../protocol/emblem';
import { schoolRefusals } from '../../../protocol/words/refusals/school';
import type { StaffActor } from '../../access/actor';
import { appendAudit } from '../../audit/append';
import { timeStamp } from '../../clock';
import type { Ground } from '../../ground';
import { problem } from '../../http/problem';
import { cellsOf } from '../../storage/cells';
import type { Reader } from '../../storage/database';
import { readPicture, type Picture } from './read-picture';

/** The emblem of a school, without its bytes; null where it has none. */
export async function findEmblem(reader: Reader, schoolId: string): Promise<Emblem | null> {
  const row = await reader('emblems').where({ school_id: schoolId }).first('hash', 'width', 'height');
  return row ?? null;
}

/** The picture itself. @throws problem 'not-found' for any but the school's own of today */
export async function readEmblem(
  ground: Ground,
  schoolId: string | null,
  hash: string,
): Promise<{ type: EmblemType; bytes: Uint8Array }> {
  const row =
    schoolId === null
      ? undefined
      : await ground.database.read('emblems').where({ school_id: schoolId, hash }).first();
  if (!row || schoolId === null) throw problem('not-found');
  const picture = cellsOf(ground.keys, schoolId, 'emblems').need(hash, 'picture', row.picture);
  return { type: row.type, bytes: Buffer.from(picture, 'base64') };
}

/** Puts a picture on the log-in page, in place of any other. @throws problem 'not-valid' for what is no such picture */
export async function setEmblem(ground: Ground, actor: StaffActor, bytes: Uint8Array): Promise<Emblem> {
  const { type, width, height } = mustSuit(readPicture(bytes));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const { schoolId } = actor;
  const cells = cellsOf(ground.keys, schoolId, 'emblems');
  const texts = cells.seal(hash, { picture: Buffer.from(bytes).toString('base64') });
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    await trx('emblems')
      .insert({ school_id: schoolId, hash, type, width, height, ...texts, set_at: at })
      .onConflict('school_id')
      .merge();
    const { staffId } = actor;
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: 'emblem.set',
      object: `school:${schoolId}`,
    });
  });
  return { hash, width, height };
}

function mustSuit(picture: Picture | null): Picture {
  if (picture === null) throw problem('not-valid', { field: 'body', title: schoolRefusals.noPicture });
  const { leastSide, mostSide } = emblemBounds;
  const sides = [picture.width, picture.height];
  if (sides.some((side) => side < leastSide || side > mostSide))
    throw problem('not-valid', {
      field: 'body',
      title: schoolRefusals.pictureSides(leastSide, mostSide),
    });
  return picture;
}

/** Takes the picture off the log-in page; where there is none, nothing happens. */
export async function removeEmblem(ground: Ground, { schoolId, staffId }: StaffActor): Promise<void> {
  const at = timeStamp(ground.clock);
  await ground.database.write(async (trx) => {
    const gone = await trx('emblems').where({ school_id: schoolId }).delete();
    if (gone === 0) return;
    const object = `school:${schoolId}`;
    await appendAudit(trx, { schoolId, at, actor: staffId, what: 'emblem.removed', object });
  });
}
