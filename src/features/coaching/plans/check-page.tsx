// The short check: twelve questions, none of which needs an answer, and their licence.
import { RadioGroup } from '../../../ui/fields.tsx';
import { ErrorSummary, Form, type FormState, HiddenField } from '../../../ui/form.tsx';
import { PageTitle, Section } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import type { Whose } from './access.ts';
import { parts, type Question, questionNames, questionSet, questions } from './questions.ts';
import { texts } from './texts.ts';
import { optionTexts, partTexts, questionTexts } from './texts-questions.ts';

export function CheckPage(props: { whose: Whose; form: FormState; serviceId: string | undefined }) {
  const { whose, form, serviceId } = props;
  const say = useSay();
  const query = serviceId ? `?service=${serviceId}` : '';
  return (
    <>
      <PageTitle
        title={texts.checkTitle}
        above={whose.byStaff ? whose.name : texts.title}
        lead={say(whose.byStaff ? texts.checkLeadOf : texts.checkLead, { count: questionNames.length })}
      />
      <ErrorSummary form={form} />
      <p>
        <a href={`${whose.base}/wish${query}`}>{say(texts.skip)}</a>
      </p>
      <Form action={`${whose.base}/check`} submit={texts.showSuggestion}>
        {serviceId && <HiddenField name="service" value={serviceId} />}
        {Object.entries(parts).map(([part, names]) => (
          <Section key={part} title={partTexts[part as keyof typeof parts]}>
            {names.map((name) => (
              <Ask key={name} form={form} name={name} />
            ))}
          </Section>
        ))}
      </Form>
      <p class="small quiet-ink">
        {say(texts.licence, { set: questionSet })}{' '}
        <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
          {say(texts.licenceLink)}
        </a>
      </p>
    </>
  );
}

function Ask({ form, name }: { form: FormState; name: Question }) {
  const words = optionTexts[name] as Readonly<Record<string, { fi: string; sv: string; en: string }>>;
  return (
    <RadioGroup
      form={form}
      name={name}
      label={questionTexts[name]}
      hint={name === 'safety' ? texts.safetyHint : undefined}
      options={questions[name].map((option) => ({ value: option, label: words[option] ?? option }))}
    />
  );
}
