/** One address of the application and the screen that stands there. */
export interface Route {
  /** with `:name` parts */
  path: string;
  /** the screen's custom element */
  tag: string;
  load: () => Promise<unknown>;
  /** for the window's title and for screen readers; never a pupil's name */
  title: string;
  /**
   * `anyone` · `device`: enrolled, locked or not · `unlocked`: by its PIN · `person`: unlocked or logged in ·
   * `session`: logged in
   */
  needs: 'anyone' | 'device' | 'unlocked' | 'person' | 'session';
  /** with Cover in the top bar: it may show a child */
  covers?: boolean;
  /** shows what was recorded to whoever may read it: falls, and is asked for anew, when rights of that person end */
  recorded?: boolean;
}
export type RouteParams = Readonly<Record<string, string>>;

/** Where the person is. */
export interface Place {
  route: Route;
  params: RouteParams;
  /** path and query below the origin */
  href: string;
  /** where to go on after a log-in, or null */
  next: string | null;
}

/** Asks whether the screen may be left; false keeps it. */
export type LeaveGuard = () => boolean | Promise<boolean>;

interface Kept {
  at: number;
  next: string | null;
  /** path and query of the place that led here, or null */
  from: string | null;
}

let guard: LeaveGuard | null = null;
let routes: readonly Route[] = [];
let arrive: (place: Place, by: 'start' | 'link' | 'back') => void = () => undefined;
let at = 0;
let steppingBack = false;

/** Has the screen asked before it is left; null: no longer. The next screen starts without one. */
export function guardLeaving(by: LeaveGuard | null): void {
  guard = by;
}

/** Begins to follow links, Back and Forward. `onArrive` hears every place, the first one at once. */
export function startRouter(table: readonly Route[], onArrive: typeof arrive): void {
  routes = table;
  arrive = onArrive;
  at = kept().at;
  document.addEventListener('click', followLink);
  addEventListener('popstate', () => void onBackOrForward());
  arrive(placeOf(location.href, kept().next), 'start');
}

/** Goes to an address below this origin. `next`: where to go on after a log-in there. */
export async function go(href: string, options: { replace?: boolean; next?: string } = {}): Promise<void> {
  if (!(await mayLeave())) return;
  const from = originOf(options.replace);
  if (!options.replace) at += 1;
  const state: Kept = { at, next: options.next ?? null, from };
  history[options.replace ? 'replaceState' : 'pushState'](state, '', href);
  arrive(placeOf(location.href, state.next), 'link');
}

/** Writes the address of what is shown without going anywhere: the second pane of a screen, for example. */
export function showAddress(href: string, replace: boolean): void {
  const from = originOf(replace);
  if (!replace) at += 1;
  history[replace ? 'replaceState' : 'pushState']({ at, next: null, from } satisfies Kept, '', href);
}

/** Path and query of the place within Heed that led to this one; null where the person came from elsewhere, or in a new tab. */
export function cameFrom(): string | null {
  return kept().from;
}

/** Where an address that is gone to now comes from: what stands in place of another came from where that did. */
function originOf(replaced = false): string | null {
  return replaced ? kept().from : location.pathname + location.search;
}

/** The route of an address and its `:name` parts; the last route of the table takes what no other does. */
export function placeOf(address: string, next: string | null = null, table = routes): Place {
  const url = new URL(address, location.origin);
  for (const route of table) {
    const params = matchPath(route.path, url.pathname);
    if (params) return { route, params, href: url.pathname + url.search, next };
  }
  throw new Error(`No route takes ${url.pathname}`);
}

/** The `:name` parts when `path` is one of `pattern`, else null. `*` takes everything. */
export function matchPath(pattern: string, path: string): RouteParams | null {
  if (pattern === '*') return {};
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [place, part] of wanted.entries()) {
    const value = given[place] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
}

function kept(): Kept {
  const state = history.state as Partial<Kept> | null;
  return { at: state?.at ?? 0, next: state?.next ?? null, from: state?.from ?? null };
}

async function mayLeave(): Promise<boolean> {
  const asked = guard;
  if (asked && !(await asked())) return false;
  if (guard === asked) guard = null;
  return true;
}

/** Follows a link to where the person came from by going back to it, as the browser's own button does. */
export function stepBack(event: MouseEvent): void {
  if (!isPlain(event)) return;
  event.preventDefault();
  history.back();
}

/** Plain clicks on our own links; new tabs, downloads and other sites stay the browser's. */
function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || !isPlain(event)) return;
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
  if (/\.\w+$/.test(link.pathname) || link.getAttribute('href')?.startsWith('#')) return;
  event.preventDefault();
  void go(link.pathname + link.search + link.hash);
}

function isPlain({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}

async function onBackOrForward(): Promise<void> {
  if (steppingBack) {
    steppingBack = false;
    return;
  }
  const { at: to, next } = kept();
  if (guard && !(await mayLeave())) {
    // The address has moved already: back to where the person stays.
    steppingBack = true;
    history.go(at - to);
    return;
  }
  at = to;
  arrive(placeOf(location.href, next), 'back');
}
