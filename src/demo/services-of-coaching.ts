// Coaching in Likijärvi: one to one, towards a job, and in a group.
import type { ServiceContent } from '../features/offer/services/door.ts';
import { controlledByTown, free, own, places, reached, step, taking, words } from './service-parts.ts';

const employmentServicesAct = words(
  'Laki työvoimapalveluiden järjestämisestä 380/2023',
  'Lagen om ordnande av arbetskraftsservice 380/2023',
  'Act on the Organisation of Employment Services 380/2023',
);
const contact = reached('+35885550100', 'tyo@likijarvi.example');

export const individualCoaching: ServiceContent = {
  name: words('Yksilövalmennus', 'Individuell coachning', 'Individual coaching'),
  summary: words(
    'Oma valmentaja, jonka kanssa selvität arjen ja työn solmuja yksi kerrallaan.',
    'En egen coach som hjälper dig att reda ut vardagens och arbetets knutar, en i taget.',
    'A coach of your own, to untangle the knots of life and work one at a time.',
    'Saat oman valmentajan. Valmentaja auttaa sinua arjen ja työn asioissa.',
  ),
  about: words(
    'Tapaatte noin kerran viikossa, sinulle sopivalla tavalla: kasvokkain, videolla, puhelimessa, kävelyllä tai kirjoittaen. Puhutte siitä, mikä on sinulle tärkeää. Valmentaja auttaa myös papereissa, hakemuksissa ja soitoissa, jotka ovat jääneet.\n\nValmentaja ei vaihdu kesken, ellet itse toivo sitä.',
    'Ni träffas ungefär en gång i veckan på det sätt som passar dig: ansikte mot ansikte, på video, i telefon, på promenad eller i skrift. Ni talar om det som är viktigt för dig. Coachen hjälper också med papper, ansökningar och samtal som blivit liggande.\n\nDu får behålla samma coach om du inte själv vill byta.',
    'You meet about once a week in the way that suits you: face to face, by video, on the phone, on a walk or in writing. You talk about what matters to you. The coach also helps with papers, applications and calls that have been left undone.\n\nYour coach does not change unless you wish so.',
    'Tapaat valmentajan noin kerran viikossa. Voitte tavata kasvokkain, videolla tai puhelimessa. Voitte myös vain kirjoittaa. Valmentaja auttaa sinua esimerkiksi hakemusten kanssa.',
  ),
  suits: words(
    'Sinulle, joka haluat puhua kahden kesken ja edetä omassa tahdissa.',
    'För dig som vill tala på tu man hand och gå framåt i din egen takt.',
    'For you who want to talk one to one and move at your own pace.',
    'Palvelu on sinulle, jos haluat jutella kahdestaan valmentajan kanssa.',
  ),
  price: free,
  contact,
  legalBasis: employmentServicesAct,
  controller: controlledByTown,
  payer: 'municipality',
  producer: own,
  places: [places.office, places.village],
  needs: ['everyday', 'confidence', 'job-search', 'education', 'health'],
  modes: taking('in-person', 'video', 'voice', 'phone', 'text'),
  path: [
    step(
      words('Yhteydenotto', 'Första kontakten', 'First contact'),
      words(
        'Soitat, kirjoitat tai pyydät työntekijääsi ilmoittamaan sinut. Vastaamme kahden päivän sisällä.',
        'Du ringer, skriver eller ber din kontaktperson anmäla dig. Vi svarar inom två dagar.',
        'You call, write or ask your worker to sign you up. We answer within two days.',
        'Soita meille tai kirjoita. Myös työntekijäsi voi ottaa yhteyttä. Vastaamme kahden päivän aikana.',
      ),
      {
        kind: 'first-contact',
        mode: 'phone',
        or: ['text', 'in-person'],
        who: 'client',
        takes: [15, 'minutes'],
      },
    ),
    step(
      words('Ensitapaaminen', 'Första mötet', 'First meeting'),
      words(
        'Tapaat valmentajan ja valitset, miten haluat jatkossa tavata. Kysymme myös, onko sinulla laite, yhteys ja rauhallinen paikka.',
        'Du träffar coachen och väljer hur ni ska träffas framöver. Vi frågar också om du har apparat, förbindelse och en lugn plats.',
        'You meet the coach and choose how to meet from now on. We also ask whether you have a device, a connection and a quiet place.',
        'Tapaat valmentajan. Valitset, miten haluat tavata. Kysymme, onko sinulla puhelin, netti ja rauhallinen paikka.',
      ),
      {
        kind: 'start-interview',
        mode: 'in-person',
        or: ['video', 'phone'],
        who: 'both',
        takes: [60, 'minutes'],
      },
    ),
    step(
      words('Tavoitteet', 'Dina mål', 'Your goals'),
      words(
        'Valitset yhdestä kolmeen asiaa, joihin haluat muutosta. Kirjoitetaan ne sinun sanoillasi.',
        'Du väljer en till tre saker som du vill förändra. Vi skriver ner dem med dina ord.',
        'You choose one to three things that you want to change. We write them down in your words.',
        'Kerrot, mitä haluat muuttaa. Valitset 1–3 asiaa. Kirjoitamme ne paperille sinun sanoillasi.',
      ),
      {
        kind: 'plan',
        mode: 'in-person',
        or: ['video', 'phone', 'text'],
        who: 'both',
        takes: [45, 'minutes'],
      },
    ),
    step(
      words('Viikkotapaamiset', 'Möten varje vecka', 'Weekly meetings'),
      words(
        'Noin 45 minuuttia kerrallaan. Väliin pieni tehtävä, jos siltä tuntuu. Ajan voi siirtää tai vaihtaa puheluksi samana aamuna.',
        'Ungefär 45 minuter åt gången. En liten uppgift däremellan om det känns bra. Tiden kan flyttas eller bli ett samtal ännu samma morgon.',
        'About 45 minutes at a time. A small task in between if it feels right. A time can be moved, or turned into a call, even the same morning.',
        'Tapaaminen kestää noin 45 minuuttia. Voit saada pienen tehtävän. Voit siirtää ajan tai vaihtaa sen puheluksi. Voit tehdä sen vielä samana aamuna.',
      ),
      {
        kind: 'rhythm',
        mode: 'video',
        or: ['in-person', 'phone', 'text'],
        who: 'both',
        takes: [12, 'weeks'],
      },
    ),
    step(
      words('Välikatsaus', 'Avstämning', 'Halfway look'),
      words(
        'Mikä on muuttunut? Onko tapa tavata yhä oikea? Sinä päätät.',
        'Vad har förändrats? Är sättet att träffas fortfarande det rätta? Du bestämmer.',
        'What has changed? Is the way of meeting still the right one? You decide.',
        'Juttelemme, mikä on muuttunut. Kerrot, haluatko tavata eri tavalla. Sinä päätät.',
      ),
      { kind: 'check-in', mode: 'in-person', or: ['video', 'phone'], who: 'both', takes: [30, 'minutes'] },
    ),
    step(
      words('Päätös ja jatko', 'Avslut och fortsättning', 'Ending and going on'),
      words(
        'Kootaan, mitä sait aikaan, ja sovitaan, kuka on tukenasi seuraavaksi. Kolmen kuukauden päästä soitamme.',
        'Vi samlar vad du åstadkommit och kommer överens om vem som stöder dig härnäst. Om tre månader ringer vi.',
        'We gather what you achieved and agree on who supports you next. In three months we call you.',
        'Katsomme, mitä olet tehnyt. Sovimme, kuka auttaa sinua seuraavaksi. Soitamme sinulle kolmen kuukauden päästä.',
      ),
      { kind: 'exit', mode: 'in-person', or: ['video', 'phone'], who: 'both', takes: [60, 'minutes'] },
    ),
  ],
};

export const jobCoaching: ServiceContent = {
  name: words('Työhönvalmennus', 'Jobbcoachning', 'Job coaching'),
  summary: words(
    'Työhönvalmentaja auttaa löytämään työn, soittaa työnantajalle kanssasi ja on tukena ensimmäiset kuukaudet.',
    'Jobbcoachen hjälper dig att hitta ett arbete, ringer arbetsgivaren med dig och stöder dig de första månaderna.',
    'The job coach helps you find work, calls employers with you and stands by you for the first months.',
  ),
  about: words(
    'Etsimme työn, joka sopii sinulle, emmekä toisin päin. Kartoitamme, mitä osaat ja millainen työpäivä sinulle käy. Sitten kysymme työnantajilta, myös niiltä, jotka eivät ilmoita paikoistaan.\n\nKun työ alkaa, valmentaja tulee halutessasi mukaan ensimmäisinä päivinä ja pitää yhteyttä esihenkilöön. Kerromme myös palkkatuesta ja työolosuhteiden järjestelytuesta.',
    'Vi söker ett arbete som passar dig, inte tvärtom. Vi går igenom vad du kan och hurdan arbetsdag som fungerar för dig. Sedan frågar vi arbetsgivare, också dem som inte annonserar.\n\nNär arbetet börjar kommer coachen med de första dagarna om du vill och håller kontakt med chefen. Vi berättar också om lönesubvention och stöd för arbetsarrangemang.',
    'We look for work that fits you, not the other way round. We find out what you can do and what kind of working day suits you. Then we ask employers, also those who do not advertise.\n\nWhen the work begins the coach comes along for the first days if you wish, and keeps in touch with your supervisor. We also tell you about pay subsidies and support for arranging the workplace.',
  ),
  suits: words(
    'Sinulle, joka haluat töihin ja kaipaat jonkun rinnalle: hakemiseen, haastatteluun tai työn aloittamiseen.',
    'För dig som vill börja arbeta och vill ha någon vid din sida: i sökandet, på intervjun eller när jobbet börjar.',
    'For you who want to work and would like somebody by your side: in searching, at the interview or when the job begins.',
  ),
  price: free,
  contact,
  legalBasis: employmentServicesAct,
  controller: controlledByTown,
  payer: 'municipality',
  producer: own,
  places: [places.office],
  needs: ['job-search', 'work-trial', 'confidence'],
  modes: taking('in-person', 'video', 'phone', 'text', 'own-time'),
  path: [
    step(
      words('Yhteydenotto', 'Första kontakten', 'First contact'),
      words(
        'Kerrot, että haluat töihin. Ansioluetteloa ei tarvita vielä.',
        'Du berättar att du vill börja arbeta. Du behöver inget cv ännu.',
        'You tell us that you want to work. You need no CV yet.',
      ),
      {
        kind: 'first-contact',
        mode: 'phone',
        or: ['text', 'in-person'],
        who: 'client',
        takes: [15, 'minutes'],
      },
    ),
    step(
      words('Osaaminen esiin', 'Lyft fram det du kan', 'What you can do'),
      words(
        'Käydään läpi, mitä olet tehnyt töissä, kotona ja harrastuksissa. Ansioluettelo syntyy siinä samalla.',
        'Vi går igenom vad du gjort på jobb, hemma och på fritiden. Ett cv blir till på köpet.',
        'We go through what you have done at work, at home and in your free time. A CV comes about along the way.',
      ),
      {
        kind: 'start-interview',
        mode: 'in-person',
        or: ['video'],
        who: 'both',
        takes: [90, 'minutes'],
        materials: words('ansioluettelon pohja', 'en mall för cv', 'a template for the CV'),
      },
    ),
    step(
      words('Työnhaun suunnitelma', 'Plan för sökandet', 'Plan for the search'),
      words(
        'Millainen työ, kuinka pitkä päivä, mikä matka. Mitä teet itse ja missä valmentaja auttaa.',
        'Hurdant arbete, hur lång dag, vilken resa. Vad du gör själv och vad coachen hjälper med.',
        'What work, how long a day, how far to travel. What you do yourself and where the coach helps.',
      ),
      { kind: 'plan', mode: 'video', or: ['in-person', 'phone'], who: 'both', takes: [45, 'minutes'] },
    ),
    step(
      words('Haku yhdessä', 'Vi söker tillsammans', 'Searching together'),
      words(
        'Viikoittain: hakemuksia, harjoitushaastatteluja, soittoja työnantajille. Omia tehtäviä välissä.',
        'Varje vecka: ansökningar, övningsintervjuer, samtal till arbetsgivare. Egna uppgifter däremellan.',
        'Weekly: applications, practice interviews, calls to employers. Tasks of your own in between.',
      ),
      {
        kind: 'rhythm',
        mode: 'video',
        or: ['phone', 'in-person', 'own-time'],
        who: 'both',
        takes: [3, 'months'],
      },
    ),
    step(
      words('Työ alkaa', 'Arbetet börjar', 'The job begins'),
      words(
        'Valmentaja on tukena sinulle ja työnantajalle. Sovitaan, keneltä kysyä mitäkin.',
        'Coachen stöder både dig och arbetsgivaren. Vi kommer överens om vem man frågar vad.',
        'The coach supports you and the employer. We agree whom to ask about what.',
      ),
      { kind: 'other', mode: 'in-person', or: ['phone', 'text'], who: 'other', takes: [4, 'weeks'] },
    ),
    step(
      words('Tuki jatkuu', 'Stödet fortsätter', 'Support goes on'),
      words(
        'Soitamme kuukauden, kolmen ja kuuden kuukauden päästä. Jos työ loppuu, aloitamme uudelleen.',
        'Vi ringer efter en, tre och sex månader. Om jobbet tar slut börjar vi om.',
        'We call after one, three and six months. If the job ends, we begin again.',
      ),
      { kind: 'follow-up', mode: 'phone', or: ['text', 'video'], who: 'coach', takes: [6, 'months'] },
    ),
  ],
};

export const groupCoaching: ServiceContent = {
  name: words('Ryhmävalmennus', 'Gruppcoachning', 'Group coaching'),
  summary: words(
    'Kahdeksan viikkoa samassa pienessä ryhmässä. Puhutaan, kokeillaan ja saadaan asioita liikkeelle.',
    'Åtta veckor i samma lilla grupp. Vi pratar, prövar och får saker i rörelse.',
    'Eight weeks in the same small group. We talk, try things and get matters moving.',
  ),
  about: words(
    'Ryhmässä on enintään kahdeksan ihmistä ja kaksi ohjaajaa. Aiheet valitaan yhdessä: arjen rytmi, raha, jaksaminen, työ, ihmissuhteet. Mitä ryhmässä puhutaan, jää ryhmään.\n\nTapaamme kahdesti viikossa netissä. Joka toinen viikko on yksi yhteinen päivä kylätalolla tai luonnossa.',
    'I gruppen finns högst åtta personer och två handledare. Ämnena väljer vi tillsammans: vardagsrytm, pengar, ork, arbete, relationer. Det som sägs i gruppen stannar i gruppen.\n\nVi träffas två gånger i veckan på nätet. Varannan vecka har vi en gemensam dag i bygdegården eller i naturen.',
    'The group has at most eight people and two instructors. We choose the topics together: daily rhythm, money, energy, work, relationships. What is said in the group stays in the group.\n\nWe meet twice a week online. Every other week we have one day together at the village hall or outdoors.',
  ),
  suits: words(
    'Sinulle, joka kaipaat muita samassa tilanteessa olevia. Saat olla hiljaa niin kauan kuin haluat.',
    'För dig som saknar andra i samma situation. Du får vara tyst så länge du vill.',
    'For you who would like to meet others in the same situation. You may be quiet for as long as you wish.',
  ),
  price: free,
  contact,
  legalBasis: null,
  controller: controlledByTown,
  payer: 'municipality',
  producer: own,
  places: [places.village, places.office],
  needs: ['company', 'confidence', 'health', 'everyday'],
  modes: taking('video', 'voice', 'text', 'in-person', 'hybrid'),
  path: [
    step(
      words('Ilmoittaudu', 'Anmäl dig', 'Sign up'),
      words(
        'Soita tai kirjoita. Kerromme, milloin seuraava ryhmä alkaa ja keitä siinä ohjaa.',
        'Ring eller skriv. Vi berättar när nästa grupp börjar och vem som leder den.',
        'Call or write. We tell you when the next group begins and who runs it.',
      ),
      { kind: 'first-contact', mode: 'phone', or: ['text'], who: 'client', takes: [10, 'minutes'] },
    ),
    step(
      words('Juttelu kahden', 'Ett samtal på tu man hand', 'A talk in private'),
      words(
        'Ohjaaja kertoo ryhmästä ja kokeilee linkkiä kanssasi. Voit sanoa, ketä et halua tavata.',
        'Handledaren berättar om gruppen och prövar länken med dig. Du kan säga vem du inte vill möta.',
        'The instructor tells you about the group and tries the link with you. You can say whom you do not wish to meet.',
      ),
      {
        kind: 'start-interview',
        mode: 'video',
        or: ['phone', 'in-person'],
        who: 'both',
        takes: [30, 'minutes'],
      },
    ),
    step(
      words('Ryhmän pelisäännöt', 'Gruppens regler', 'The rules of the group'),
      words(
        'Ensimmäisellä kerralla sovitaan säännöt ja aiheet. Kamera on vapaaehtoinen.',
        'Första gången kommer vi överens om regler och ämnen. Kameran är frivillig.',
        'At the first meeting we agree on rules and topics. The camera is voluntary.',
      ),
      { kind: 'plan', mode: 'video', or: ['voice', 'text'], who: 'other', takes: [90, 'minutes'] },
    ),
    step(
      words('Kahdeksan viikkoa', 'Åtta veckor', 'Eight weeks'),
      words(
        'Ryhmä tiistaisin ja torstaisin klo 10–12. Jos jäät pois, saat lyhyen koosteen ja tehtävän.',
        'Grupp tisdagar och torsdagar kl. 10–12. Om du är borta får du ett kort sammandrag och en uppgift.',
        'The group meets on Tuesdays and Thursdays from 10 to 12. If you are away, you get a short summary and a task.',
      ),
      {
        kind: 'rhythm',
        mode: 'video',
        or: ['voice', 'text', 'in-person'],
        who: 'other',
        takes: [8, 'weeks'],
      },
    ),
    step(
      words('Oma seuraava askel', 'Ditt nästa steg', 'Your next step'),
      words(
        'Viimeisellä viikolla jokainen tapaa ohjaajan kahden kesken ja päättää, mihin jatkaa.',
        'Sista veckan träffar var och en handledaren enskilt och bestämmer hur det fortsätter.',
        'In the last week everybody meets the instructor in private and decides where to go on.',
      ),
      { kind: 'exit', mode: 'video', or: ['phone', 'in-person'], who: 'both', takes: [45, 'minutes'] },
    ),
    step(
      words('Vielä kerran koolla', 'Vi träffas igen', 'Meeting again'),
      words(
        'Ryhmä kokoontuu vielä kerran kolmen kuukauden päästä kahville.',
        'Gruppen samlas ännu en gång på kaffe om tre månader.',
        'The group comes together once more for coffee in three months.',
      ),
      { kind: 'follow-up', mode: 'in-person', or: ['video'], who: 'other', takes: [120, 'minutes'] },
    ),
  ],
};
