import type { LitElement } from 'lit';
import { mayReadNow } from '../contexts/may-read';
import { endDialogs } from '../dialogs/host';
import { go, guardLeaving, type Place } from '../router';
import { shell as words } from '../strings/shell';
import { gate, type GateAnswer } from './gate';
import type { Known } from './known';
import { Line } from './line';
import { ScreenHolder } from './screen-holder';

/** Where the person is, and what of it may be shown to them now. */
export class Places {
  place: Place | null = null;
  readonly #host: LitElement;
  readonly #known: Known;
  readonly #screen = new ScreenHolder();
  readonly #line = new Line();
  #answer: GateAnswer = 'wait';
  #read = false;

  constructor(host: LitElement, known: Known) {
    this.#host = host;
    this.#known = known;
  }

  /** The router's listener. @param by how the person came */
  arrive(place: Place, by: 'start' | 'link' | 'back'): void {
    // What was asked at another place is asked no longer: its answer would be about what nobody sees.
    endDialogs();
    this.place = place;
    if (by !== 'start') this.#screen.comesByLink();
    this.decide();
  }

  /** Shows the place, or sends the person where they must go first. Call it whenever something is known anew. */
  decide(): void {
    const reads = mayReadNow(this.#known.session);
    if (this.#read && !reads) {
      // What was recorded falls, and so does what a dialog says of it.
      if (this.place?.route.recorded) endDialogs();
      void this.#screen.fall();
    }
    this.#read = reads;
    const facts = this.#known.gateFactsOf(this.place?.route);
    this.#line.hold(this.place?.route.recorded === true, this.#known.session);
    if (!this.place || !facts) return;
    const withoutUnlocking = new URL(this.place.href, location.origin).searchParams.get('unlocked') === 'no';
    const needs = withoutUnlocking ? 'device' : this.place.route.needs;
    const answer = gate(needs, facts, this.#known.connectivity !== 'unreached');
    this.#host.requestUpdate();
    if (answer.startsWith('/')) {
      this.#answer = 'wait';
      // Nothing of the screen is left, to stay with: nobody is asked.
      guardLeaving(null);
      void go(answer, { replace: true, next: this.place.href });
      return;
    }
    this.#answer = answer;
    if (answer === 'show') void this.#screen.show(this.place, () => this.#host.requestUpdate());
    else this.#screen.clear();
  }

  /** What stands below the bar. @param askAgain tries to reach the school once more */
  render(askAgain: () => void): unknown {
    const unsaid = this.#answer === 'wait' && this.#known.session.unsaid;
    if (unsaid || this.#answer === 'needs-connection')
      return this.#screen.message(words.offlineFirst, askAgain);
    return this.#answer === 'show' ? this.#screen.element : null;
  }

  /** A place that needs a PIN or nothing, and never a session. */
  get isForRecording(): boolean {
    const needs = this.place?.route.needs;
    return needs === 'unlocked' || needs === 'device';
  }

  focusMain(): void {
    this.#screen.focusMain();
  }

  focusHeading(): void {
    this.#screen.focusHeading();
  }
}
