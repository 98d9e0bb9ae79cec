// One service at its public address, and what is shown there when the service is no more.
import { LinkButton } from '../../../ui/buttons.tsx';
import { EmptyState, PageTitle } from '../../../ui/parts.tsx';
import { useSay } from '../../../ui/speech.tsx';
import { sayPhone } from '../../ground/offices/panel.tsx';
import { ServiceView, type ServiceViewProps } from '../services/panel.tsx';
import { feedbackTexts, texts } from './texts.ts';

export function ServicePage(props: ServiceViewProps & { listHref: string; feedbackHref: string }) {
  const say = useSay();
  const { listHref, feedbackHref, ...view } = props;
  return (
    <>
      <ServiceView {...view} />
      <p>
        <a href={feedbackHref}>{say(feedbackTexts.link)}</a>
      </p>
      <p>
        <a href={listHref}>{say(texts.backToList)}</a>
      </p>
    </>
  );
}

export function GonePage({ listHref, phone }: { listHref: string; phone: string | undefined }) {
  const say = useSay();
  return (
    <>
      <PageTitle title={texts.goneTitle} />
      <EmptyState title={texts.gone} action={<LinkButton href={listHref}>{texts.backToList}</LinkButton>} />
      {phone && (
        <p>
          {say(texts.notSure)} <a href={`tel:${phone}`}>{say(texts.callUs, { phone: sayPhone(phone) })}</a>
        </p>
      )}
    </>
  );
}
