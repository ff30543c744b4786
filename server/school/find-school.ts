import { isLoopback } from '../env';
import type { Ground } from '../ground';
import { problem } from '../http/problem';

/** A further school's place before our host name; the first one's place is the host name itself. */
type Place = { readonly site: string } | 'home';

/** How long an address is remembered, ms. */
const KEPT = 5000;
/** Far more than a server has schools; a stranger may spell a host name in many ways. */
const MOST_KNOWN = 1000;

/**
 * Which school lives at which address: the first at PUBLIC_URL for ever, further ones at `<site>.<host>`
 * (architecture.md, "Several sites on one server"). Every call asks, so what was found is remembered for 5 s. What was
 * not found never is: a school that the shell or another process sets up is there at the next call, and what another
 * process may one day change about an address is seen after 5 s at the latest.
 */
export class SchoolAddresses {
  readonly #ground: Ground;
  readonly #known = new Map<string, { readonly schoolId: string; readonly since: number }>();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /**
   * The school whose address was opened; null before any school is set up.
   * @throws problem 'not-found' for a host name that is not ours.
   */
  async find(origin: string): Promise<string | null> {
    const now = this.#ground.clock.now();
    const known = this.#known.get(origin);
    // The clock may have been set back meanwhile, and then the age says nothing.
    if (known && known.since <= now && now < known.since + KEPT) return known.schoolId;
    this.#known.delete(origin);
    const schoolId = await this.#read(this.#placeOf(origin));
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    if (schoolId) this.#known.set(origin, { schoolId, since: now });
    return schoolId;
  }

  #placeOf(origin: string): Place {
    const url = URL.canParse(origin) ? new URL(origin) : null;
    if (!url) throw problem('not-found');
    const { publicUrl } = this.#ground.settings;
    const host = url.hostname;
    const home = publicUrl.hostname;
    if (host === home || (isLoopback(publicUrl) && isLoopback(url))) return 'home';
    if (!host.endsWith(`.${home}`)) throw problem('not-found');
    return { site: host.slice(0, -home.length - 1) };
  }

  async #read(place: Place): Promise<string | null> {
    const { database, keys } = this.#ground;
    const schools = database.read('schools').orderBy('position').first('id');
    // One address for each school: two origins would be two vaults on one tablet.
    const first = database.read('schools').min('position');
    const row = await (place === 'home' ? schools : schools.where(place).where('position', '>', first));
    if (!row && place !== 'home') throw problem('not-found');
    // A school that the shell or another process has set up since: its keys are new to this one.
    if (row && keys.all(row.id, 'data').length === 0) await keys.refresh(database.read);
    return row?.id ?? null;
  }
}
