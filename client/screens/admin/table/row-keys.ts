const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/** Arrow keys, Home and End walk between the rows' links of one table; Enter opens one, as links do. */
export function stepBetweenRows(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  if (!step || !(event.target instanceof HTMLElement) || !event.target.matches('.row-link')) return;
  const links = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.row-link')];
  event.preventDefault();
  links[step(links.indexOf(event.target), links.length - 1)]?.focus();
}
