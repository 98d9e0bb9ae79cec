import { defineTexts, type Text } from '../../../../platform/language.ts';
import type { Role } from '../../../../platform/session.ts';

const texts = defineTexts({
  client: { fi: 'Asiakas', sv: 'Klient', en: 'Client' },
  coach: { fi: 'Valmentaja', sv: 'Coach', en: 'Coach', same: true },
  manager: { fi: 'Esihenkilö', sv: 'Chef', en: 'Manager' },
  provider: { fi: 'Palveluntuottaja', sv: 'Tjänsteproducent', en: 'Service provider' },
  partner: { fi: 'Kumppani', sv: 'Samarbetspartner', en: 'Partner' },
  projectManager: { fi: 'Hankepäällikkö', sv: 'Projektchef', en: 'Project manager' },
  administrator: { fi: 'Pääkäyttäjä', sv: 'Huvudanvändare', en: 'Administrator' },
  officer: { fi: 'Tietosuojavastaava', sv: 'Dataskyddsombud', en: 'Data-protection officer' },
  system: { fi: 'Palvelu itse', sv: 'Tjänsten själv', en: 'The service itself' },
});

/** What each role is called. `system` is the service acting by itself, in the access log. */
export const roleTexts: Record<Role | 'system', Text> = {
  client: texts.client,
  coach: texts.coach,
  manager: texts.manager,
  provider: texts.provider,
  partner: texts.partner,
  'project-manager': texts.projectManager,
  administrator: texts.administrator,
  'data-protection-officer': texts.officer,
  system: texts.system,
};
