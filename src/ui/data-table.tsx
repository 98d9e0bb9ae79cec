// A table that becomes a list of labelled lines on a narrow screen. The roles are written out because browsers
// drop a table's meaning when CSS lays it out as something else.
import type { ComponentChildren } from 'preact';
import { type Content, useContent, useSay, type Words } from './speech.tsx';
import { uiTexts } from './texts.ts';
import { Pagination } from './ways.tsx';

const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

export type Column<Row> = {
  key: string;
  label: Words;
  /** `end` for numbers, so that their digits stand under one another. */
  align?: 'start' | 'end' | undefined;
  /** What stands in the cell; without it the row's own value under `key`. */
  cell?: ((row: Row) => Content) | undefined;
  /** The label is read aloud but not shown: for the column of acts. */
  labelUnseen?: boolean | undefined;
};

export function DataTable<Row extends object>(props: {
  caption: Words;
  captionUnseen?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** Rows that need someone: `warning` gets a warm ground. Say why in a cell too. */
  rowMood?: ((row: Row) => 'warning' | 'quiet' | undefined) | undefined;
  /** Shown instead of the table when there are no rows: an `<EmptyState>`. */
  empty?: ComponentChildren;
  pagination?: { page: number; pages: number; href: (page: number) => string } | undefined;
}) {
  const say = useSay();
  if (props.rows.length === 0)
    return <>{props.empty ?? <p class="quiet-ink">{say(uiTexts.nothingHere)}</p>}</>;
  return (
    <div class="room">
      <table class="data" {...roles.table}>
        <caption class={props.captionUnseen ? 'unseen' : undefined}>{say(props.caption)}</caption>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            {props.columns.map((column) => (
              <th key={column.key} {...roles.columnheader} scope="col" class={column.align}>
                <span class={column.labelUnseen ? 'unseen' : undefined}>{say(column.label)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {props.rows.map((row) => (
            <tr
              key={props.rowKey(row)}
              {...roles.row}
              class={props.rowMood?.(row)}
              data-row={props.rowKey(row)}
            >
              {props.columns.map((column, at) => (
                <Cell key={column.key} column={column} row={row} first={at === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {props.pagination && <Pagination {...props.pagination} />}
    </div>
  );
}

function Cell<Row extends object>({ column, row, first }: { column: Column<Row>; row: Row; first: boolean }) {
  const say = useSay();
  const content = useContent();
  const value = column.cell ? column.cell(row) : ((row as Record<string, Content>)[column.key] ?? '');
  if (first) {
    return (
      <th {...roles.rowheader} scope="row" class={column.align}>
        {content(value)}
      </th>
    );
  }
  return (
    <td {...roles.cell} class={column.align} data-label={column.labelUnseen ? undefined : say(column.label)}>
      {content(value)}
    </td>
  );
}
