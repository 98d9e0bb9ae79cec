// Bars drawn by the server, with the same numbers as a table: the drawing is hidden from screen readers because
// the table beside it says all that it says.
import { localeOf } from '../platform/language.ts';
import { useLanguage, useSay, type Words } from './speech.tsx';
import { uiTexts } from './texts.ts';

export type Bar = {
  label: Words;
  value: number;
  /** The value as people read it, when a number with the unit does not do: "4 h 10 min". */
  said?: string | undefined;
  /** Where the rows behind the number are. */
  href?: string | undefined;
};

const width = 240;
const height = 12;

/**
 * Lying bars in the order given, one table row each. `unit` stands after the numbers ("pv", "h", "km").
 * Values below zero are drawn as zero.
 */
export function BarChart(props: {
  caption: Words;
  /** Read aloud only: when a heading above says the same. */
  captionUnseen?: boolean | undefined;
  thing?: Words | undefined;
  number?: Words | undefined;
  unit?: Words | undefined;
  bars: readonly Bar[];
}) {
  const say = useSay();
  const format = new Intl.NumberFormat(localeOf(useLanguage()));
  const most = Math.max(1, ...props.bars.map((bar) => bar.value));
  return (
    <div class="room">
      <table class="bars">
        <caption class={props.captionUnseen ? 'unseen' : undefined}>{say(props.caption)}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{say(props.thing ?? uiTexts.chartThing)}</th>
            <th scope="col">{say(props.number ?? uiTexts.chartNumber)}</th>
          </tr>
        </thead>
        <tbody>
          {props.bars.map((bar, at) => (
            <tr key={at}>
              <th scope="row">{bar.href ? <a href={bar.href}>{say(bar.label)}</a> : say(bar.label)}</th>
              <td>
                <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
                  <rect class="whole" width={width} height={height} rx="3" />
                  <rect width={Math.round((Math.max(0, bar.value) / most) * width)} height={height} rx="3" />
                </svg>
                <span>
                  {bar.said ?? format.format(bar.value)}
                  {bar.said === undefined && props.unit && ` ${say(props.unit)}`}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
