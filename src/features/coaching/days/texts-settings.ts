// When a day begins by the office’s own word.
import { defineTexts } from '../../../platform/language.ts';

export const settingTexts = defineTexts({
  startsAt: {
    fi: 'Päivä alkaa, kun ohjelmaa ei ole',
    sv: 'Dagen börjar när det inte finns något program',
    en: 'The day begins when there is no programme',
  },
  startsAtWhy: {
    fi: 'Kellonaika, josta päivä alkaa niillä, joilla ei ole sinä päivänä ryhmän ohjelmaa.',
    sv: 'Klockslaget då dagen börjar för dem som inte har något gruppprogram den dagen.',
    en: 'The time at which the day begins for those who have no group programme on it.',
  },
});
