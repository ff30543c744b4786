import { html, render } from 'lit';
import { words } from '../strings/words';

/** A question whose "yes" loses something. */
export interface Question {
  readonly heading: string;
  readonly text: string;
  readonly yes: string;
}

/** Asks. @returns whether the person said yes; Escape is no, and the answer that loses nothing comes first and so has the focus */
export function confirm({ heading, text, yes }: Question): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.className = 'question-dialog';
  dialog.setAttribute('aria-labelledby', 'question');
  document.body.append(dialog);
  return new Promise((resolve) => {
    const answer = (said: boolean): void => {
      dialog.close();
      dialog.remove();
      resolve(said);
    };
    dialog.addEventListener('cancel', () => answer(false));
    render(
      html`<h2 id="question">${heading}</h2>
        <p>${text}</p>
        <div class="button-pair">
          <button type="button" class="button" @click=${() => answer(false)}>${words.keep}</button>
          <button type="button" class="button danger" @click=${() => answer(true)}>${yes}</button>
        </div>`,
      dialog,
    );
    dialog.showModal();
  });
}
