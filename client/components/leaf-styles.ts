import { css } from 'lit';

/** For the few elements with a shadow root: the icon and focus rules of `styles/base.css`, which stop at its edge. */
export const leafStyles = css`
  * {
    box-sizing: border-box;
  }

  :host([hidden]) {
    display: none;
  }

  .icon {
    flex: none;
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  :focus-visible {
    outline: 3px solid var(--focus);
    box-shadow: 0 0 0 5px var(--focus-rim);
  }
`;
