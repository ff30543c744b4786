import { html, nothing, type TemplateResult } from 'lit';
import type { ReplyOf } from '../../../../protocol/endpoint';
import type { readOperation } from '../../../../protocol/operation';
import '../../../components/heed-notice';
import { adminHome as words } from '../../../strings/admin/home';
import { dayAndTime } from '../../../strings/times';

export type Operation = ReplyOf<typeof readOperation>;

/** A nightly backup that is two hours late is still last night's, ms. */
const LATE = 26 * 60 * 60_000;

/**
 * Red until it is so: mail goes out (failures.md, S13), files are scanned, the data and its keys are kept, and the school does not depend
 * on one person. @param keysSeen confirms that the keys are kept apart; null: this person may not say so
 */
export function operationNotices(
  operation: Operation | null,
  keysSeen: (() => void) | null,
): TemplateResult | typeof nothing {
  if (!operation) return nothing;
  const { mail, unscanned, standIns, keysKept } = operation;
  const lines = [
    mail.since ? words.mailStuck(mail.stuck, when(mail.since)) : null,
    unscanned.since ? words.unscanned(unscanned.waiting, when(unscanned.since)) : null,
    unscanned.failed > 0 ? words.notLookedAt(unscanned.failed) : null,
    backupFault(operation),
    standIns.leads < 2 ? words.fewLeads(standIns.leads) : null,
    standIns.staffConcerns < 2 ? words.fewForStaffConcerns(standIns.staffConcerns) : null,
    standIns.administrators < 2 ? words.fewAdministrators(standIns.administrators) : null,
  ];
  return html`<div class="red-lines">
    ${lines
      .filter((line) => line !== null)
      .map((line) => html`<heed-notice tone="danger" role="alert">${line}</heed-notice>`)}
    ${keysKept === null ? keysNotice(keysSeen) : nothing} ${keptLine(operation)}
  </div>`;
}

function backupFault({ backup }: Operation): string | null {
  if (backup === null) return words.noBackup;
  if (Date.now() - Date.parse(backup.madeAt) > LATE) return words.oldBackup(when(backup.madeAt));
  return backup.elsewhere ? null : words.backupHere(when(backup.madeAt));
}

function keysNotice(keysSeen: (() => void) | null): TemplateResult {
  return html`<heed-notice tone="danger" role="alert"
    >${words.keysNotKept}${keysSeen
      ? html`<button slot="actions" type="button" class="button" @click=${keysSeen}>
          ${words.keysSeen}
        </button>`
      : nothing}</heed-notice
  >`;
}

function keptLine({ backup, keysKept }: Operation): TemplateResult | typeof nothing {
  if (!backup || !keysKept) return nothing;
  return html`<p class="hint">${words.kept(when(backup.madeAt), when(keysKept.at), keysKept.by)}</p>`;
}

function when(iso: string): string {
  return dayAndTime(Date.parse(iso), Date.now());
}
