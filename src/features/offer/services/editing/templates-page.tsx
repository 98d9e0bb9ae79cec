import { Button, Buttons } from '../../../../ui/buttons.tsx';
import { ActForm } from '../../../../ui/form.tsx';
import { EmptyState, Notice, PageTitle } from '../../../../ui/parts.tsx';
import { useSay } from '../../../../ui/speech.tsx';
import { ServicesLink } from './service-frame.tsx';
import { texts as versionTexts } from './texts-versions.ts';

/** The office's own paths to start from. */
export function TemplatesPage(props: {
  templates: readonly { id: string; name: string; steps: number; made: string; mayRemove: boolean }[];
  removed: boolean;
}) {
  const say = useSay();
  return (
    <>
      <PageTitle title={versionTexts.templates} above={<ServicesLink />} lead={versionTexts.templatesLead} />
      {props.removed && (
        <Notice kind="good" announce>
          {versionTexts.templateRemoved}
        </Notice>
      )}
      {props.templates.length === 0 ? (
        <EmptyState title={versionTexts.noTemplates} text={versionTexts.noTemplatesText} />
      ) : (
        <ul class="path-steps">
          {props.templates.map((template) => (
            <li key={template.id}>
              <div>
                <p class="strong">{template.name}</p>
                <p class="small quiet-ink">
                  {say(versionTexts.templateAbout, { count: template.steps, day: template.made })}
                </p>
              </div>
              {template.mayRemove && (
                <Buttons>
                  <ActForm action={`/office/path-templates/${template.id}/removal`}>
                    <Button small about={template.name}>
                      {versionTexts.remove}
                    </Button>
                  </ActForm>
                </Buttons>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
