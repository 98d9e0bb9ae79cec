// One tap to hear no more of what is not necessary. Anyone who holds the signed address may come; it tells nothing.

import { Button } from '../../../ui/buttons.tsx';
import { ActForm } from '../../../ui/form.tsx';
import { Notice, PageTitle } from '../../../ui/parts.tsx';
import { texts } from './texts.ts';

export function DeclinePage({ action, declined }: { action: string; declined: boolean }) {
  if (declined) {
    return (
      <>
        <PageTitle title={texts.declinedTitle} />
        <Notice kind="good" announce>
          {texts.declinedText}
        </Notice>
      </>
    );
  }
  return (
    <>
      <PageTitle title={texts.declineTitle} lead={texts.declineText} />
      <ActForm action={action}>
        <Button kind="main">{texts.declineAct}</Button>
      </ActForm>
    </>
  );
}
