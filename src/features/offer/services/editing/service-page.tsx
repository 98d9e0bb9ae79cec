import { LinkButton } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { Notice, PageTitle, Status } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import type { ServiceStage } from '../content.ts';
import type { ContentField, Gap } from '../readiness.ts';
import { stageTexts } from '../texts-choices.ts';
import { type PartName, partOfField, parts } from './parts-of-service.ts';
import { ServicesLink, ServiceTabs } from './service-frame.tsx';
import { stageMoods } from './services-page.tsx';
import { partTexts, texts } from './texts.ts';
import { texts as versionTexts } from './texts-versions.ts';

export type ServiceState = {
  id: string;
  name: string;
  stage: ServiceStage;
  /** The newest published version, with its day in words. */
  published: { number: number; day: string } | undefined;
  /** The version being written, who last wrote it and when in words. */
  draft: { number: number; by: string | undefined; when: string } | undefined;
  /** Where everybody reads it; undefined when they cannot. */
  publicAddress: string | undefined;
  gaps: readonly Gap[];
  /** Undefined while nothing is told in Easy Finnish. */
  missingInEasy: readonly Gap[] | undefined;
  /** What the draft changes. */
  changed: readonly ContentField[];
};

/** What was just done, told once after a redirect. */
export type Said = 'saved' | 'published' | 'discarded' | 'changed';

/** A service from its keeper's side: what is public, what is being written, and what is missing from each part. */
export function ServicePage({ service, said }: { service: ServiceState; said: Said | undefined }) {
  const say = useSay();
  const { id, draft, gaps, missingInEasy } = service;
  const countIn = (all: readonly Gap[], name: PartName) =>
    all.filter((gap) => partOfField(gap.field) === name).length;
  const rows = parts.map((name) => ({
    name,
    missing: countIn(gaps, name),
    easy: missingInEasy && countIn(missingInEasy, name),
    changed: service.changed.some((field) => partOfField(field) === name),
  }));
  return (
    <>
      <PageTitle
        title={service.name}
        above={<ServicesLink />}
        action={
          draft && (
            <LinkButton kind="main" href={`/office/services/${id}/publishing`}>
              {texts.toPublish}
            </LinkButton>
          )
        }
      />
      <ServiceTabs id={id} current="content" />
      {said && <SaidNotice said={said} />}
      <Standing service={service} />
      <PartsTable id={id} rows={rows} compared={draft !== undefined && service.published !== undefined} />
      {!missingInEasy && <p class="small quiet-ink">{say(texts.easyNotBegun)}</p>}
    </>
  );
}

function SaidNotice({ said }: { said: Said }) {
  if (said === 'changed') {
    return (
      <Notice kind="warning" title={texts.clashTitle} announce>
        {texts.clashLookAgain}
      </Notice>
    );
  }
  const [title, text] = {
    saved: [texts.draftSaved, texts.draftSavedText],
    published: [versionTexts.published, versionTexts.publishedText],
    discarded: [undefined, versionTexts.draftRemoved],
  }[said];
  return (
    <Notice kind="good" title={title} announce>
      {text}
    </Notice>
  );
}

function Standing({ service }: { service: ServiceState }) {
  const say = useSay();
  const { published, draft, publicAddress } = service;
  return (
    <div class="flow">
      <p>
        <Status mood={stageMoods[service.stage]}>{stageTexts[service.stage]}</Status>
      </p>
      <p>
        {published
          ? say(texts.publicNow, { number: published.number, day: published.day })
          : say(texts.notPublicYet)}{' '}
        {publicAddress && <a href={publicAddress}>{say(texts.toPublicPage)}</a>}
        {published && !publicAddress && say(texts.hiddenByStage)}
      </p>
      {draft && (
        <p>
          {draft.by
            ? say(texts.draftBy, { name: draft.by, when: draft.when })
            : say(texts.draftOfWhen, { when: draft.when })}
        </p>
      )}
    </div>
  );
}

type PartRow = { name: PartName; missing: number; easy: number | undefined; changed: boolean };

function PartsTable(props: { id: string; rows: readonly PartRow[]; compared: boolean }) {
  const say = useSay();
  const changed = {
    key: 'changed',
    label: texts.draft,
    cell: (row: PartRow) => (row.changed ? say(texts.changedInDraft) : say(texts.unchanged)),
  };
  const easy = {
    key: 'easy',
    label: texts.easyColumn,
    cell: (row: PartRow) => (row.easy ? say(texts.missingCount, { count: row.easy }) : say(texts.complete)),
  };
  const easyBegun = props.rows.some((row) => row.easy !== undefined);
  return (
    <DataTable
      caption={texts.parts}
      captionUnseen
      rows={props.rows}
      rowKey={(row) => row.name}
      columns={[
        {
          key: 'part',
          label: texts.part,
          cell: (row) => <a href={`/office/services/${props.id}/${row.name}`}>{say(partTexts[row.name])}</a>,
        },
        {
          key: 'state',
          label: texts.state,
          cell: (row) =>
            row.missing > 0 ? (
              <Status mood="warning">{say(texts.missingCount, { count: row.missing })}</Status>
            ) : (
              <Status mood="good">{texts.complete}</Status>
            ),
        },
        ...(easyBegun ? [easy] : []),
        ...(props.compared ? [changed] : []),
      ]}
    />
  );
}
