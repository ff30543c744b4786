import { html, type TemplateResult } from 'lit';
import type { readAutomaticAlerts, RuleSentence } from '../../../../protocol/automatic-alerts';
import type { ReplyOf } from '../../../../protocol/endpoint';
import { automatic } from '../../../strings/admin/automatic-alerts';

const words = automatic.daily;

/** "Once a day", for low levels; not where one of the rule's categories is urgent. */
export function dailyField(
  { dailyAt, choices }: Pick<ReplyOf<typeof readAutomaticAlerts>, 'dailyAt' | 'choices'>,
  { categories, daily }: RuleSentence,
  changed: (daily: boolean) => void,
): TemplateResult {
  const urgent = choices.categories.filter((one) => one.urgent && categories.includes(one.id));
  const forbidden = urgent.length > 0 && !daily;
  return html`<label class="check"
    ><input
      type="checkbox"
      autocomplete="off"
      .checked=${daily}
      ?disabled=${forbidden}
      @change=${(event: Event) => changed((event.target as HTMLInputElement).checked)}
    /><span
      >${words.label}<small class="hint"
        >${urgent.length > 0
          ? words.urgent(urgent.map(({ name }) => name).join(', '))
          : words.hint(dailyAt)}</small
      ></span
    ></label
  >`;
}
