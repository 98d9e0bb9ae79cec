// Digital support by the town, and a wellbeing group bought from a local entrepreneur.
import type { ServiceContent } from '../features/offer/services/door.ts';
import { controlledByTown, free, own, places, reached, step, taking, words } from './service-parts.ts';

export const digitalSupport: ServiceContent = {
  name: words('Digituki', 'Digitalt stöd', 'Digital support'),
  summary: words(
    'Apua puhelimeen, pankkitunnuksiin, OmaKelaan ja etäpäiviin. Yksi asia kerrallaan, kiireettä.',
    'Hjälp med telefonen, bankkoderna, MittFPA och dagar på distans. En sak i taget, utan brådska.',
    'Help with your phone, bank codes, MyKela and remote days. One thing at a time, without hurry.',
    'Saat apua puhelimen ja tietokoneen käyttöön. Autamme esimerkiksi OmaKelan kanssa. Kiirettä ei ole.',
  ),
  about: words(
    'Tuo oma laitteesi tai lainaa meidän. Kokeillaan yhdessä niin monta kertaa, että se menee itsestään. Emme koskaan kysy tunnuksiasi emmekä katso näyttöäsi ilman lupaa.\n\nJos et pääse paikalle, neuvomme puhelimessa tai videolla. Autamme myös ottamaan ensimmäisen videopuhelun ennen etäpäivää.',
    'Ta med din egen apparat eller låna vår. Vi prövar tillsammans så många gånger att det går av sig själv. Vi frågar aldrig efter dina koder och ser inte på din skärm utan lov.\n\nOm du inte kan komma hjälper vi per telefon eller på video. Vi hjälper också med det första videosamtalet före en dag på distans.',
    'Bring your own device or borrow ours. We try together as many times as it takes to come by itself. We never ask for your codes nor look at your screen without permission.\n\nIf you cannot come, we help by phone or video. We also help with the first video call before a remote day.',
    'Voit tuoda oman puhelimesi tai lainata meidän laitetta. Harjoittelemme yhdessä. Emme koskaan kysy salasanojasi.\n\nVoimme auttaa sinua myös puhelimessa tai videolla.',
  ),
  suits: words(
    'Kaikille, joita laitteet jännittävät tai suututtavat. Myös läheisesi voi soittaa.',
    'För alla som blir nervösa eller arga på apparater. Också en närstående kan ringa.',
    'For everyone whom devices make nervous or angry. Somebody close to you may call, too.',
    'Digituki on kaikille. Voit tulla, jos laitteiden käyttö on vaikeaa.',
  ),
  price: free,
  contact: reached('+35885550100', 'digituki@likijarvi.example'),
  legalBasis: null,
  controller: controlledByTown,
  payer: 'project',
  producer: own,
  places: [places.open, places.village],
  needs: ['digital', 'everyday', 'language'],
  modes: taking('in-person', 'phone', 'video'),
  path: [
    step(
      words('Kerro, mikä tökkii', 'Berätta vad som krånglar', 'Tell us what sticks'),
      words(
        'Soita tai kävele sisään. Aikaa ei tarvitse varata.',
        'Ring eller kom in. Du behöver inte boka tid.',
        'Call or walk in. You need not book a time.',
        'Soita meille tai tule käymään. Et tarvitse aikaa.',
      ),
      { kind: 'first-contact', mode: 'phone', or: ['in-person'], who: 'client', takes: [10, 'minutes'] },
    ),
    step(
      words('Tehdään yhdessä', 'Vi gör det tillsammans', 'We do it together'),
      words(
        'Sinä painat, me neuvomme. Saat muistilapun, jossa vaiheet ovat kuvina.',
        'Du trycker, vi hjälper. Du får en minneslapp med stegen i bilder.',
        'You press, we guide. You get a note with the steps in pictures.',
        'Sinä painat. Me autamme. Saat muistilapun, jossa on kuvat.',
      ),
      {
        kind: 'start-interview',
        mode: 'in-person',
        or: ['phone', 'video'],
        who: 'both',
        takes: [45, 'minutes'],
        materials: words(
          'muistilappu kuvina',
          'en minneslapp med bilder',
          'a note in pictures',
          'muistilappu, jossa on kuvat',
        ),
      },
    ),
    step(
      words('Harjoittele kotona', 'Öva hemma', 'Practise at home'),
      words(
        'Kokeile samaa itse parin päivän päästä. Jos jäät jumiin, soita.',
        'Pröva samma sak själv om ett par dagar. Om du kör fast, ring.',
        'Try the same by yourself in a couple of days. If you get stuck, call.',
        'Kokeile samaa itse kotona. Jos se ei onnistu, soita meille.',
      ),
      { kind: 'rhythm', mode: 'own-time', or: ['phone'], who: 'client', takes: [3, 'days'] },
    ),
    step(
      words('Soitamme perään', 'Vi ringer upp', 'We call you back'),
      words(
        'Viikon päästä kysymme, toimiiko. Jos ei, otetaan uudestaan.',
        'Om en vecka frågar vi om det fungerar. Om inte tar vi om det.',
        'In a week we ask whether it works. If not, we do it again.',
        'Soitamme sinulle viikon päästä. Kysymme, onnistuuko asia. Jos se ei onnistu, harjoittelemme uudestaan.',
      ),
      { kind: 'follow-up', mode: 'phone', or: ['text'], who: 'coach', takes: [10, 'minutes'] },
    ),
  ],
};

export const natureGroup: ServiceContent = {
  name: words('Hyvän olon metsäryhmä', 'Välmåendegruppen i skogen', 'The forest wellbeing group'),
  summary: words(
    'Paikallisen luonto-ohjaajan ryhmä: joka toinen kerta metsässä, joka toinen netissä.',
    'En grupp med en lokal naturguide: varannan gång i skogen, varannan på nätet.',
    'A group with a local nature guide: every other time in the forest, every other online.',
  ),
  about: words(
    'Kävellään hitaasti, tehdään tulet ja ollaan hiljaa, kun siltä tuntuu. Nettikerroilla tehdään pieniä harjoituksia omassa pihassa tai ikkunan ääressä.\n\nRyhmää vetää paikallinen yrittäjä, jolta kaupunki ostaa palvelun. Hän näkee osallistujista vain etunimen.',
    'Vi går långsamt, gör upp eld och är tysta när det känns så. På nätet gör vi små övningar på den egna gården eller vid fönstret.\n\nGruppen leds av en lokal företagare som staden köper tjänsten av. Av deltagarna ser hen bara förnamnet.',
    'We walk slowly, make a fire and are quiet when it feels like it. Online we do small exercises in our own yards or by the window.\n\nThe group is run by a local entrepreneur from whom the town buys the service. Of those who take part they see only the first name.',
  ),
  suits: words(
    'Sinulle, joka kaipaat voimia ja ulkoilmaa. Hyvää kuntoa ei tarvita: kuljemme hitaimman tahtiin.',
    'För dig som saknar krafter och frisk luft. Du behöver ingen bra kondition: vi går i den långsammastes takt.',
    'For you who miss strength and fresh air. You need not be fit: we walk at the pace of the slowest.',
  ),
  price: words(
    'Maksuton. Saat lainaan kumisaappaat ja sadeviitan.',
    'Avgiftsfri. Du får låna gummistövlar och regnkappa.',
    'Free of charge. You can borrow rubber boots and a rain cape.',
  ),
  contact: reached('+35885550160', 'avoin@likijarvi.example'),
  legalBasis: null,
  controller: controlledByTown,
  payer: 'project',
  producer: { kind: 'bought', name: 'Luontopolku Rautio' },
  places: [places.village],
  needs: ['health', 'company', 'rhythm'],
  modes: taking('hybrid', 'in-person', 'video', 'voice'),
  path: [
    step(
      words('Ilmoittaudu', 'Anmäl dig', 'Sign up'),
      words(
        'Soita avoimelle pajalle tai kerro omalle valmentajallesi.',
        'Ring öppna verkstaden eller säg till din egen coach.',
        'Call the open workshop or tell your own coach.',
      ),
      {
        kind: 'first-contact',
        mode: 'phone',
        or: ['text', 'in-person'],
        who: 'client',
        takes: [10, 'minutes'],
      },
    ),
    step(
      words('Ensimmäinen nuotio', 'Den första elden', 'The first campfire'),
      words(
        'Tavataan kylätalolla ja kävellään laavulle, 600 metriä. Kyyti lähtee torilta klo 10.',
        'Vi träffas vid bygdegården och går till vindskyddet, 600 meter. Skjutsen går från torget kl. 10.',
        'We meet at the village hall and walk to the shelter, 600 metres. The lift leaves the market square at 10:00.',
      ),
      { kind: 'start-interview', mode: 'in-person', or: ['video'], who: 'other', takes: [120, 'minutes'] },
    ),
    step(
      words('Kuusi viikkoa', 'Sex veckor', 'Six weeks'),
      words(
        'Kerran viikossa, vuoroin metsässä ja netissä. Sateella vain sadeviitat vaihtuvat.',
        'En gång i veckan, turvis i skogen och på nätet. När det regnar byter vi bara regnkappor.',
        'Once a week, in turn in the forest and online. When it rains, only the rain capes change.',
      ),
      { kind: 'rhythm', mode: 'hybrid', or: ['in-person', 'video'], who: 'other', takes: [6, 'weeks'] },
    ),
    step(
      words('Mitä otat mukaasi?', 'Vad tar du med dig?', 'What do you take along?'),
      words(
        'Viimeisellä kerralla jokainen valitsee yhden tavan, jota jatkaa. Kerrot palautteen, ja kokeilu päätetään sen perusteella.',
        'Sista gången väljer var och en en vana att fortsätta med. Du ger respons, och utifrån den avgörs försöket.',
        'At the last meeting everybody chooses one habit to keep. You give your feedback, and it decides the trial.',
      ),
      { kind: 'exit', mode: 'in-person', or: ['video'], who: 'other', takes: [90, 'minutes'] },
    ),
  ],
};
