import type { ComponentChildren } from 'preact';
import { htmlLanguage, type Language, languages } from '../../../../platform/language.ts';
import { Button, Buttons } from '../../../../ui/buttons.tsx';
import { DataTable } from '../../../../ui/data-table.tsx';
import { ActForm } from '../../../../ui/form.tsx';
import { languageNames } from '../../../../ui/page-frame.tsx';
import { Notice, PageTitle, Section, Status } from '../../../../ui/parts.tsx';
import { Speech, useSay, useSpeech } from '../../../../ui/speech.tsx';
import { Tabs } from '../../../../ui/ways.tsx';
import { ServiceLink, ServicesLink, ServiceTabs } from './service-frame.tsx';
import { texts } from './texts.ts';
import { texts as versionTexts } from './texts-versions.ts';

type Named = { id: string; name: string };

export type VersionRow = {
  number: number;
  state: 'public' | 'earlier' | 'draft';
  by: string | undefined;
  when: string;
  note: string | null;
};

/** Every version of a service, newest first. */
export function VersionsPage(props: { service: Named; versions: readonly VersionRow[] }) {
  const say = useSay();
  const { service } = props;
  return (
    <>
      <PageTitle title={service.name} above={<ServicesLink />} />
      <ServiceTabs id={service.id} current="versions" />
      <DataTable
        caption={texts.versions}
        captionUnseen
        rows={props.versions}
        rowKey={(row) => row.number}
        columns={[
          {
            key: 'number',
            label: versionTexts.version,
            cell: (row) => (
              <a href={`/office/services/${service.id}/versions/${row.number}`}>
                {say(versionTexts.versionNumber, { number: row.number })}
              </a>
            ),
          },
          { key: 'state', label: texts.state, cell: (row) => <VersionState state={row.state} /> },
          { key: 'when', label: versionTexts.whenSaved },
          { key: 'by', label: versionTexts.who, cell: (row) => row.by ?? versionTexts.office },
          { key: 'note', label: versionTexts.whatChanged, cell: (row) => row.note ?? '' },
        ]}
        empty={<p>{say(versionTexts.noVersions)}</p>}
      />
    </>
  );
}

function VersionState({ state }: { state: VersionRow['state'] }) {
  if (state === 'public') return <Status mood="good">{versionTexts.versionPublic}</Status>;
  if (state === 'draft') return <Status mood="warning">{texts.draft}</Status>;
  return <Status mood="quiet">{versionTexts.versionEarlier}</Status>;
}

/** One version as it was, and the way to take it as the draft. */
export function VersionPage(props: {
  service: Named;
  version: VersionRow;
  /** The draft that restoring would replace: its revision, and who wrote it. */
  draft: { revision: number; by: string | undefined } | undefined;
  changedMeanwhile: boolean;
  children: ComponentChildren;
}) {
  const say = useSay();
  const { service, version, draft } = props;
  const address = `/office/services/${service.id}/versions/${version.number}`;
  return (
    <>
      <div class="flow">
        <p class="quiet-ink">
          <ServiceLink service={service} /> ›{' '}
          <a href={`/office/services/${service.id}/versions`}>{say(texts.versions)}</a>
        </p>
        <p>
          <VersionState state={version.state} />{' '}
          {say(versionTexts.versionOfWhen, { number: version.number, when: version.when })}
        </p>
        {version.note && <p>{version.note}</p>}
      </div>
      {props.changedMeanwhile && (
        <Notice kind="warning" title={texts.clashTitle} announce>
          {texts.clashLookAgain}
        </Notice>
      )}
      {version.state !== 'draft' && (
        <Section title={versionTexts.restore}>
          <p>
            {say(
              draft
                ? draft.by
                  ? versionTexts.restoreReplacesBy
                  : versionTexts.restoreReplaces
                : versionTexts.restoreText,
              { name: draft?.by ?? '' },
            )}
          </p>
          <Buttons>
            <ActForm action={`${address}/restoration`} fields={{ seen: String(draft?.revision ?? 0) }}>
              <Button>{versionTexts.restoreAsDraft}</Button>
            </ActForm>
          </Buttons>
        </Section>
      )}
      <hr />
      {props.children}
    </>
  );
}

/** The draft as the public would read it; without a draft, what it reads now. */
export function PreviewPage(props: {
  service: { id: string };
  standing: 'draft' | 'public' | 'nothing';
  /** In which the page is read: the manager's own, or another to look at. */
  language: Language;
  /** Whether there will be a page in Easy Finnish. */
  easy: boolean;
  children: ComponentChildren;
}) {
  const { standing, language } = props;
  const speech = useSpeech();
  const offered = languages.filter((one) => one !== 'fi-simple' || props.easy || one === language);
  return (
    <>
      <ServiceTabs id={props.service.id} current="preview" />
      {standing === 'public' ? (
        <Notice kind="info" title={versionTexts.previewPublic}>
          {versionTexts.previewPublicText}
        </Notice>
      ) : (
        <Notice kind="info" title={versionTexts.previewDraft}>
          {standing === 'draft' ? versionTexts.previewDraftText : versionTexts.previewEmptyText}
        </Notice>
      )}
      <Tabs
        label={versionTexts.previewLanguage}
        tabs={offered.map((one) => ({
          label: languageNames[one],
          href: `/office/services/${props.service.id}/preview?language=${one}`,
          current: one === language,
        }))}
      />
      <Speech value={{ ...speech, language }}>
        <div class="as-page" lang={htmlLanguage(language)}>
          {props.children}
        </div>
      </Speech>
    </>
  );
}
