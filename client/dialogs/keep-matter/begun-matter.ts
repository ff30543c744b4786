import type { BodyOf } from '../../../protocol/endpoint';
import { uuidv7 } from '../../../protocol/identifiers';
import { isPlan, type keepMatter, type Matter, type MatterKind } from '../../../protocol/pupil-matters';
import { unlessTyped } from '../stands-now';

/** What the dialog's fields hold; an empty string: nothing. */
export interface BegunMatter {
  /** made once, so that sending it again writes nothing twice; new once the school has refused it */
  versionId: string;
  readonly matterId: string;
  after: string | null;
  kind: MatterKind;
  otherId: string;
  name: string;
  start: string;
  review: string;
  end: string;
  authority: string;
  worker: string;
  phone: string;
  note: string;
  removed: boolean;
}

/** A new one of this kind, or what stands there to be changed. */
export function beginMatter(kind: MatterKind, matter: Matter | null): BegunMatter {
  const { name, start, review, end, authority, worker, phone, note } = matter?.details ?? {};
  return {
    versionId: uuidv7(Date.now()),
    matterId: matter?.matterId ?? uuidv7(Date.now()),
    after: matter?.versionId ?? null,
    kind: matter?.details.kind ?? kind,
    otherId: '',
    name: name ?? '',
    start: start ?? '',
    review: review ?? '',
    end: end ?? '',
    authority: authority ?? '',
    worker: worker ?? '',
    phone: phone ?? '',
    note: note ?? '',
    removed: false,
  };
}

/** What is sent: of each kind what it has. */
export function sentOf(begun: BegunMatter): BodyOf<typeof keepMatter> {
  const { versionId, matterId, after, kind, removed } = begun;
  const said = (value: string) => (value.trim() === '' ? null : value.trim());
  const plan = isPlan(kind);
  const isLink = kind === 'link';
  return {
    versionId,
    matterId,
    after,
    removed,
    otherId: isLink && after === null ? said(begun.otherId) : null,
    details: {
      kind,
      name: plan ? null : said(begun.name),
      start: isLink ? null : said(begun.start),
      review: plan ? said(begun.review) : null,
      end: isLink ? null : said(begun.end),
      authority: plan ? said(begun.authority) : null,
      worker: isLink ? null : said(begun.worker),
      phone: isLink ? null : said(begun.phone),
      note: said(begun.note),
    },
  };
}

const said = ['name', 'start', 'review', 'end', 'authority', 'worker', 'phone', 'note'] as const;

/** Goes on from what somebody else has written meanwhile. @param before what the fields began with; null: with nothing */
export function goOnFrom(begun: BegunMatter, before: Matter | null, now: Matter): void {
  begun.after = now.versionId;
  begun.versionId = uuidv7(Date.now());
  const [old, fresh] = [beginMatter(begun.kind, before), beginMatter(begun.kind, now)];
  for (const field of said) begun[field] = unlessTyped(begun[field], old[field], fresh[field]);
}
