import type { ComponentChildren } from 'preact';
import { figuresOfDay, type Text } from '../../../../platform/language.ts';
import { DataTable } from '../../../../ui/data-table.tsx';
import { Status } from '../../../../ui/parts.tsx';
import { useLanguage, useSay } from '../../../../ui/speech.tsx';
import type { Held, Standing } from './history.ts';
import { texts } from './texts.ts';

export type Shown<T> = Held<T> & { standing: Standing; by: string | undefined };

/** What has been in force with its source and who set it; `what` says one value. */
export function HistoryTable<T>(props: {
  caption: Text;
  valueLabel: Text;
  sourceLabel: Text;
  rows: readonly Shown<T>[];
  what: (value: T) => ComponentChildren;
  empty: ComponentChildren;
}) {
  const language = useLanguage();
  const say = useSay();
  return (
    <DataTable
      caption={props.caption}
      captionUnseen
      rows={props.rows}
      rowKey={(row) => row.id}
      rowMood={(row) => (row.standing === 'past' || row.standing === 'replaced' ? 'quiet' : undefined)}
      columns={[
        { key: 'from', label: texts.validFrom, cell: (row) => figuresOfDay(language, row.validFrom) },
        {
          key: 'state',
          label: texts.state,
          cell: (row) => (
            <Status mood={row.standing === 'inForce' ? 'good' : row.standing === 'toCome' ? 'now' : 'quiet'}>
              {texts[row.standing]}
            </Status>
          ),
        },
        { key: 'value', label: props.valueLabel, cell: (row) => props.what(row.value) },
        { key: 'source', label: props.sourceLabel, cell: (row) => row.source },
        {
          key: 'by',
          label: texts.setBy,
          cell: (row) => (
            <span>
              {row.by ?? say(texts.office)} <span class="quiet-ink">{figuresOfDay(language, row.setOn)}</span>
            </span>
          ),
        },
      ]}
      empty={props.empty}
    />
  );
}
