import { defineTexts } from '../../../platform/language.ts';

export const providerTexts = defineTexts({
  title: { fi: 'Tunnistuspalvelut', sv: 'Identifieringstjänster', en: 'Identity providers' },
  lead: {
    fi: 'Näiden palvelujen kautta ihmiset voivat kirjautua. Kukaan ei saa tunnusta kirjautumalla, vaan vain kutsusta.',
    sv: 'Via de här tjänsterna kan människor logga in. Ingen får ett konto genom att logga in, bara genom inbjudan.',
    en: 'People can sign in through these services. Nobody gets an account by signing in, only by invitation.',
  },
  add: { fi: 'Lisää tunnistuspalvelu', sv: 'Lägg till en tjänst', en: 'Add a provider' },
  change: { fi: 'Muuta tunnistuspalvelua', sv: 'Ändra tjänsten', en: 'Change the provider' },
  none: { fi: 'Ei tunnistuspalveluja', sv: 'Inga identifieringstjänster', en: 'No identity providers' },
  noneText: {
    fi: 'Ihmiset kirjautuvat linkillä, koodilla ja pääsyavaimella.',
    sv: 'Man loggar in med länk, kod och nyckel.',
    en: 'People sign in with a link, a code and a passkey.',
  },
  name: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
  state: { fi: 'Tila', sv: 'Status', en: 'State' },
  inUse: { fi: 'käytössä', sv: 'i bruk', en: 'in use' },
  notInUse: { fi: 'ei käytössä', sv: 'inte i bruk', en: 'not in use' },
  nameFi: { fi: 'Nimi suomeksi', sv: 'Namn på finska', en: 'Name in Finnish' },
  nameSv: { fi: 'Nimi ruotsiksi', sv: 'Namn på svenska', en: 'Name in Swedish' },
  nameEn: { fi: 'Nimi englanniksi', sv: 'Namn på engelska', en: 'Name in English' },
  nameFiMissing: {
    fi: 'Kirjoita nimi suomeksi.',
    sv: 'Skriv namnet på finska.',
    en: 'Write the name in Finnish.',
  },
  nameSvMissing: {
    fi: 'Kirjoita nimi ruotsiksi.',
    sv: 'Skriv namnet på svenska.',
    en: 'Write the name in Swedish.',
  },
  nameEnMissing: {
    fi: 'Kirjoita nimi englanniksi.',
    sv: 'Skriv namnet på engelska.',
    en: 'Write the name in English.',
  },
  clientIdMissing: {
    fi: 'Kirjoita asiakastunnus, jonka palvelu on antanut.',
    sv: 'Skriv klient-id:t som tjänsten har gett.',
    en: 'Write the client id that the provider has given.',
  },
  subjectMissing: {
    fi: 'Kirjoita kenttä, jossa palvelun oma tunniste on. Tavallisesti se on sub.',
    sv: 'Skriv fältet där tjänstens eget id finns. Vanligen är det sub.',
    en: 'Write the claim that holds the provider’s own identifier. Usually it is sub.',
  },
  nameHint: {
    fi: 'Lukee kirjautumissivun napissa.',
    sv: 'Står på knappen på inloggningssidan.',
    en: 'Stands on the button of the sign-in page.',
  },
  issuer: {
    fi: 'Palvelun osoite (issuer)',
    sv: 'Tjänstens adress (issuer)',
    en: 'Address of the provider (issuer)',
  },
  issuerHint: {
    fi: 'Alkaa https:// ja päättyy ilman osaa /.well-known. Luemme palvelun asetukset sieltä, kun tallennat.',
    sv: 'Börjar med https:// och slutar utan /.well-known. Vi läser tjänstens inställningar där när du sparar.',
    en: 'Begins with https:// and ends without /.well-known. We read the provider’s settings there when you save.',
  },
  issuerRefused: {
    fi: 'Osoitteen pitää alkaa https:// ja olla julkinen palvelun osoite.',
    sv: 'Adressen ska börja med https:// och vara en offentlig adress till tjänsten.',
    en: 'The address must begin with https:// and be a public address of the provider.',
  },
  issuerSilent: {
    fi: 'Osoitteesta ei löytynyt tunnistuspalvelua. Tarkista osoite palvelun ylläpidolta.',
    sv: 'Ingen identifieringstjänst hittades på adressen. Kontrollera den med tjänstens administratör.',
    en: 'No provider was found at the address. Check it with whoever keeps the provider.',
  },
  clientId: { fi: 'Asiakastunnus (client id)', sv: 'Klient-id (client id)', en: 'Client id' },
  clientSecret: { fi: 'Salaisuus (client secret)', sv: 'Hemlighet (client secret)', en: 'Client secret' },
  secretHint: {
    fi: 'Säilytetään salattuna. Jätä tyhjäksi, jos et muuta sitä.',
    sv: 'Förvaras krypterad. Lämna tomt om du inte ändrar den.',
    en: 'Kept encrypted. Leave empty if you do not change it.',
  },
  scopes: {
    fi: 'Pyydettävät tiedot (scope)',
    sv: 'Uppgifter som begärs (scope)',
    en: 'What is asked for (scope)',
  },
  scopesWrong: {
    fi: 'Kirjoita sanat välilyönnein erotettuna. Sanan openid pitää olla mukana.',
    sv: 'Skriv orden åtskilda med mellanslag. Ordet openid ska vara med.',
    en: 'Write the words with spaces between them. The word openid must be there.',
  },
  matching: {
    fi: 'Mistä henkilö tunnetaan',
    sv: 'Hur personen känns igen',
    en: 'How a person is recognised',
  },
  matchingText: {
    fi: 'Ensimmäisellä kerralla henkilö löytyy henkilötunnuksesta tai vahvistetusta sähköpostiosoitteesta, sen jälkeen palvelun omasta tunnisteesta.',
    sv: 'Första gången hittas personen med personbeteckningen eller en bekräftad e-postadress, därefter med tjänstens eget id.',
    en: 'The first time a person is found by the personal identity code or a verified e-mail address, after that by the provider’s own identifier.',
  },
  claimSubject: { fi: 'Tunnisteen kenttä', sv: 'Fält för id', en: 'Claim with the identifier' },
  claimEmail: { fi: 'Sähköpostin kenttä', sv: 'Fält för e-post', en: 'Claim with the e-mail address' },
  claimIdentityCode: {
    fi: 'Henkilötunnuksen kenttä',
    sv: 'Fält för personbeteckning',
    en: 'Claim with the personal identity code',
  },
  claimIdentityCodeHint: {
    fi: 'Henkilötunnusta ei tallenneta, vain siitä laskettu tiiviste.',
    sv: 'Personbeteckningen sparas inte, bara en kontrollsumma av den.',
    en: 'The code is not stored, only a keyed hash of it.',
  },
  emailsVerified: {
    fi: 'Palvelu vahvistaa itse kaikki sähköpostiosoitteet',
    sv: 'Tjänsten bekräftar själv alla e-postadresser',
    en: 'The provider itself verifies every e-mail address',
  },
  emailsVerifiedHint: {
    fi: 'Valitse vain, jos palvelu on oman organisaationne (esimerkiksi Entra ID) eikä kukaan voi itse vaihtaa osoitettaan siellä.',
    sv: 'Välj bara om tjänsten är er egen organisations (till exempel Entra ID) och ingen själv kan byta sin adress där.',
    en: 'Choose only if the provider is your own organisation’s (such as Entra ID) and nobody can change their address there.',
  },
  active: { fi: 'Palvelu on käytössä', sv: 'Tjänsten är i bruk', en: 'The provider is in use' },
  addresses: {
    fi: 'Ilmoita nämä osoitteet palvelulle',
    sv: 'Meddela de här adresserna till tjänsten',
    en: 'Give these addresses to the provider',
  },
  redirectUri: { fi: 'Paluuosoite (redirect URI)', sv: 'Återkomstadress (redirect URI)', en: 'Redirect URI' },
  afterLogout: {
    fi: 'Uloskirjautumisen jälkeen',
    sv: 'Efter utloggning (post logout)',
    en: 'Post-logout redirect URI',
  },
  backChannel: {
    fi: 'Taustauloskirjautuminen (back-channel)',
    sv: 'Utloggning i bakgrunden (back-channel)',
    en: 'Back-channel logout URI',
  },
  save: { fi: 'Tallenna', sv: 'Spara', en: 'Save' },
  exists: {
    fi: 'Tällä osoitteella ja asiakastunnuksella on jo palvelu.',
    sv: 'Det finns redan en tjänst med den adressen och det klient-id:t.',
    en: 'There is a provider with this address and client id already.',
  },
  back: { fi: 'Toimiston tiedot', sv: 'Kontorets uppgifter', en: 'The office' },
});
