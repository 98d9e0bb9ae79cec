import type { Text } from '../../../platform/language.ts';
import { roles } from '../../../platform/session.ts';
import { Button, Buttons, LinkButton } from '../../../ui/buttons.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { SelectField, TextField } from '../../../ui/fields.tsx';
import { Form, filledForm } from '../../../ui/form.tsx';
import { EmptyState, Notice, PageTitle, Tag } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import { Tabs } from '../../../ui/ways.tsx';
import { erasureTexts } from './erasure/texts-erasure.ts';
import { type ListedPerson, type PersonFilter, type PersonList, pageSize } from './queries.ts';
import { texts } from './texts.ts';
import { roleTexts } from './ties/texts-roles.ts';

/** The lists that somebody has who both manages and coaches. */
function ListTabs(props: { current: 'everybody' | 'ownClients' }) {
  return (
    <Tabs
      label={texts.listsOfPeople}
      tabs={[
        { label: texts.everybody, href: '/people', current: props.current === 'everybody' },
        { label: texts.ownClients, href: '/people/mine', current: props.current === 'ownClients' },
      ]}
    />
  );
}

/** Everybody whom the actor manages. */
export function PeoplePage(props: {
  list: PersonList;
  filter: PersonFilter;
  page: number;
  units: readonly { id: string; name: Text }[];
  tabs: boolean;
  /** Comes from erasing somebody. */
  erased: boolean;
}) {
  const { list, filter } = props;
  const say = useSay();
  return (
    <>
      <PageTitle
        title={texts.people}
        action={
          <Buttons>
            <LinkButton kind="main" href="/people/new">
              {texts.addPerson}
            </LinkButton>
            <LinkButton href="/people/import">{texts.importClients}</LinkButton>
          </Buttons>
        }
      />
      {props.erased && (
        <Notice kind="good" announce>
          {erasureTexts.done}
        </Notice>
      )}
      {props.tabs && <ListTabs current="everybody" />}
      <FilterForm filter={filter} units={props.units} />
      <p class="quiet-ink">{say(texts.found, { count: list.total })}</p>
      <PersonTable
        caption={texts.people}
        roles
        list={list}
        page={props.page}
        href={(page) => `/people?${queryOf(filter, page)}`}
        empty={<EmptyState title={texts.nobodyFound} text={texts.nobodyFoundText} />}
      />
    </>
  );
}

/** The clients of a coach. */
export function OwnClientsPage(props: { list: PersonList; search: string; page: number; tabs: boolean }) {
  const { list, search } = props;
  return (
    <>
      <PageTitle title={texts.ownClients} />
      {props.tabs && <ListTabs current="ownClients" />}
      {(list.total > 0 || search !== '') && (
        <Form action="/people/mine" method="get" inline>
          <TextField
            form={filledForm({ search })}
            name="search"
            type="search"
            label={texts.searchLabel}
            required={false}
          />
          <Button>{texts.search}</Button>
        </Form>
      )}
      <PersonTable
        caption={texts.ownClients}
        roles={false}
        list={list}
        page={props.page}
        href={(page) => `/people/mine?${new URLSearchParams({ search, page: String(page) })}`}
        empty={
          search === '' ? (
            <EmptyState title={texts.noClients} text={texts.noClientsText} />
          ) : (
            <EmptyState title={texts.nobodyFound} text={texts.nobodyFoundText} />
          )
        }
      />
    </>
  );
}

function FilterForm(props: { filter: PersonFilter; units: readonly { id: string; name: Text }[] }) {
  const { search, role, unitId, state } = props.filter;
  const form = filledForm({ search, role: role ?? '', unit: unitId ?? '', state });
  return (
    <Form action="/people" method="get" inline>
      <TextField form={form} name="search" type="search" label={texts.searchLabel} required={false} />
      <SelectField
        form={form}
        name="role"
        label={texts.role}
        required={false}
        choose={texts.anyRole}
        options={roles.map((one) => ({ value: one, label: roleTexts[one] }))}
      />
      {props.units.length > 0 && (
        <SelectField
          form={form}
          name="unit"
          label={texts.unit}
          required={false}
          choose={texts.anyUnit}
          options={props.units.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      )}
      <SelectField
        form={form}
        name="state"
        label={texts.state}
        choose={false}
        options={[
          { value: 'active', label: texts.active },
          { value: 'ended', label: texts.ended },
        ]}
      />
      <Button>{texts.search}</Button>
    </Form>
  );
}

function PersonTable(props: {
  caption: Text;
  list: PersonList;
  page: number;
  href: (page: number) => string;
  empty: preact.JSX.Element;
  /** A list of clients need not say that they are clients. */
  roles: boolean;
}) {
  const say = useSay();
  return (
    <DataTable
      caption={props.caption}
      captionUnseen
      rows={props.list.rows}
      rowKey={(row) => row.id}
      empty={props.empty}
      pagination={{ page: props.page, pages: Math.ceil(props.list.total / pageSize), href: props.href }}
      columns={[
        { key: 'name', label: texts.name, cell: (row) => <NameLink person={row} /> },
        ...(props.roles
          ? [
              {
                key: 'roles',
                label: texts.role,
                cell: (row: ListedPerson) =>
                  row.roles.map((role) => say(roleTexts[role])).join(', ') || say(texts.noRoles),
              },
            ]
          : []),
        {
          key: 'unit',
          label: texts.unit,
          cell: (row) => row.units.map((unit) => say(unit)).join(', '),
        },
        { key: 'coach', label: texts.coach, cell: (row) => row.coach ?? '' },
      ]}
    />
  );
}

function NameLink({ person }: { person: ListedPerson }) {
  const called = person.preferredName && person.preferredName !== person.givenName;
  return (
    <>
      <a href={`/people/${person.id}`}>
        {person.familyName} {person.givenName}
        {called && ` (${person.preferredName})`}
      </a>
      {person.protected && (
        <>
          {' '}
          <Tag>{texts.protectedMark}</Tag>
        </>
      )}
    </>
  );
}

function queryOf(filter: PersonFilter, page: number): string {
  const query = new URLSearchParams({ search: filter.search, state: filter.state, page: String(page) });
  if (filter.role) query.set('role', filter.role);
  if (filter.unitId) query.set('unit', filter.unitId);
  return query.toString();
}
