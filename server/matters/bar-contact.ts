import type { BodyOf } from '../../protocol/endpoint';
import type { barContact as barring } from '../../protocol/pupil-matters';
import { matterRefusals } from '../../protocol/words/refusals/pupil-page';
import type { StaffActor } from '../access/actor';
import { appendAudit } from '../audit/append';
import { timeStamp } from '../clock';
import type { Ground } from '../ground';
import { problem } from '../http/problem';
import { readContacts, sameContact, writeContacts } from '../pupils/contacts';
import { cellsOf } from '../storage/cells';
import { refuseUnseen } from './changed-since';
import { findKept } from './find-pupil';
import { isWritten, lockPupil } from './keep-matter';
import { insertVersion, readVersions, type MatterVersion } from './versions';

/**
 * Marks a contact as *do not contact*, or takes the mark off; who did it and why stands in the chronology.
 * @throws problem 'not-found' for a pupil who is not there; 'conflict' where it stands so already or is another contact now
 */
export async function barContact(
  ground: Ground,
  actor: StaffActor,
  pupilId: string,
  { versionId, contact, barred, reason }: BodyOf<typeof barring>,
): Promise<void> {
  await findKept(ground, actor, pupilId);
  const { schoolId, staffId } = actor;
  const at = timeStamp(ground.clock);
  const saysSo = ({ stored: { kind, deed, name, note } }: MatterVersion) =>
    kind === 'contact' &&
    deed === (barred ? 'began' : 'ended') &&
    name === nameOf(contact) &&
    note === reason;
  const cells = cellsOf(ground.keys, schoolId, 'pupils');
  const here = { school_id: schoolId, id: pupilId };
  await ground.database.write(async (trx) => {
    await lockPupil(trx, schoolId, pupilId);
    if (await isWritten(trx, ground, actor, { pupilId, versionId }, saysSo)) return;
    const row = await trx('pupils').where(here).first('contacts', 'contact_flags');
    if (!row) throw problem('not-found');
    const all = readContacts(
      cells.open(pupilId, 'contacts', row.contacts),
      cells.open(pupilId, 'contact_flags', row.contact_flags),
    );
    const given = { ...contact, parentalResponsibility: false, doNotContact: barred };
    const found = all.find((one) => sameContact(one, given));
    if (!found)
      throw problem('conflict', {
        title: matterRefusals.contactChanged,
      });
    const name = nameOf(found);
    if (found.doNotContact === barred) {
      const versions = await readVersions(trx, ground, schoolId, [pupilId]);
      const last = versions.findLast(({ stored }) => stored.kind === 'contact' && stored.name === name);
      if (last) await refuseUnseen(trx, ground, actor, last);
      throw problem('conflict', { title: matterRefusals.barredInList });
    }
    const changed = all.map((one) => (sameContact(one, given) ? { ...one, doNotContact: barred } : one));
    await trx('pupils')
      .where(here)
      .update(cells.seal(pupilId, writeContacts(changed)));
    await insertVersion(trx, ground, schoolId, {
      id: versionId,
      matterId: versionId,
      pupilId,
      otherId: null,
      by: staffId,
      at,
      stored: {
        kind: 'contact',
        deed: barred ? 'began' : 'ended',
        on: null,
        name,
        ...{ start: null, review: null, end: null, authority: null, worker: null, phone: null },
        note: reason,
      },
    });
    await appendAudit(trx, {
      schoolId,
      at,
      actor: staffId,
      what: barred ? 'pupil.contact-barred' : 'pupil.contact-freed',
      object: `pupil:${pupilId}`,
      facts: { version: versionId },
    });
  });
}

function nameOf({ name, relationship, phone }: BodyOf<typeof barring>['contact']): string | null {
  return name ?? relationship ?? phone;
}
