// The three services of Likijärvi that have days: what each says of itself, in three languages and Easy Finnish.
import type { ServiceContent } from '../features/offer/services/door.ts';
import {
  controlledByCounty,
  controlledByTown,
  own,
  places,
  reached,
  step,
  taking,
  words,
} from './service-parts.ts';

export const rehabilitativeWork: ServiceContent = {
  name: words(
    'Kuntouttava työtoiminta',
    'Arbetsverksamhet i rehabiliteringssyfte',
    'Rehabilitative work activity',
  ),
  summary: words(
    'Rauhallinen paluu päivärytmiin ja tekemiseen, 1–4 päivänä viikossa, pajalla tai etänä.',
    'En lugn väg tillbaka till rytm och att göra saker, 1–4 dagar i veckan, i verkstaden eller på distans.',
    'A calm way back to a daily rhythm and to doing things, 1–4 days a week, at the workshop or remotely.',
    'Saat päiviisi rytmiä ja tekemistä. Voit olla mukana 1–4 päivänä viikossa. Voit tulla pajalle tai olla mukana kotoa.',
  ),
  about: words(
    'Teet yhdessä muiden kanssa asioita, joista on hyötyä: puutöitä, keittiötä, kierrätystä, digitaitoja. Kukaan ei hoputa. Aloitamme siitä, mikä onnistuu tänään.\n\nEtäpäivä on yhtä oikea päivä kuin paja. Aamulla tavataan, päivällä tehdään, iltapäivällä katsotaan, miten meni.',
    'Du gör nyttiga saker tillsammans med andra: träarbete, kök, återvinning, digitala färdigheter. Ingen jagar på. Vi börjar med det som går i dag.\n\nEn dag på distans är lika mycket värd som en dag i verkstaden. På morgonen träffas vi, under dagen gör vi, på eftermiddagen ser vi hur det gick.',
    'You do useful things together with others: woodwork, kitchen, recycling, digital skills. Nobody rushes you. We begin with what works today.\n\nA remote day is as real a day as one at the workshop. In the morning we meet, during the day we do, in the afternoon we look at how it went.',
    'Teet hyödyllisiä töitä muiden kanssa. Teet esimerkiksi puutöitä tai ruokaa. Kukaan ei hoputa sinua.\n\nVoit olla mukana myös kotoa. Aamulla tapaamme. Päivällä teet tehtäviä. Iltapäivällä juttelemme, miten päivä meni.',
  ),
  suits: words(
    'Sinulle, jonka työttömyys on kestänyt pitkään ja jolle työ tai koulu tuntuu juuri nyt kaukaiselta.',
    'För dig som varit arbetslös länge och tycker att jobb eller skola känns långt borta just nu.',
    'For you who have been out of work for long and for whom work or school feels far away right now.',
    'Palvelu on sinulle, jos olet ollut kauan työttömänä ja työ tai koulu tuntuu vaikealta.',
  ),
  price: words(
    'Maksuton. Saat etuutesi lisäksi 9 euroa jokaiselta päivältä, jona olet mukana.',
    'Avgiftsfri. Du får 9 euro utöver din förmån för varje dag du är med.',
    'Free of charge. On top of your benefit you get 9 euros for each day you take part.',
    'Palvelu ei maksa sinulle mitään. Saat 9 euroa joka päivältä, kun olet mukana.',
  ),
  contact: reached('+35885550120', 'ktt@likijarvi.example'),
  legalBasis: words(
    'Laki kuntouttavasta työtoiminnasta 189/2001',
    'Lagen om arbetsverksamhet i rehabiliteringssyfte 189/2001',
    'Act on Rehabilitative Work Activity 189/2001',
  ),
  controller: controlledByCounty,
  payer: 'wellbeing-county',
  producer: own,
  places: [places.rehabilitative, places.village],
  needs: ['rhythm', 'health', 'company', 'everyday'],
  modes: taking('in-person', 'hybrid', 'video', 'phone', 'text', 'own-time'),
  path: [
    step(
      words('Ensimmäinen soitto', 'Första samtalet', 'The first call'),
      words(
        'Soitat tai työntekijäsi soittaa puolestasi. Kerromme, mitä tarjolla on, ja sovimme ajan.',
        'Du ringer, eller din kontaktperson ringer för dig. Vi berättar vad som finns och bokar en tid.',
        'You call, or your worker calls for you. We tell what there is and agree on a time.',
        'Sinä soitat meille. Myös työntekijäsi voi soittaa. Kerromme palvelusta ja sovimme ajan.',
      ),
      {
        kind: 'first-contact',
        mode: 'phone',
        or: ['text', 'in-person'],
        who: 'both',
        takes: [15, 'minutes'],
      },
    ),
    step(
      words('Tutustuminen', 'Vi lär känna varandra', 'Getting to know'),
      words(
        'Juttelemme rauhassa, mitä arkeesi kuuluu ja mikä jaksaa kiinnostaa. Näet paikan tai etähuoneen. Mitään ei tarvitse päättää heti.',
        'Vi pratar i lugn och ro om din vardag och vad som intresserar dig. Du får se stället eller rummet på nätet. Du behöver inte bestämma något genast.',
        'We talk in peace about your everyday life and what interests you. You see the place or the online room. Nothing has to be decided at once.',
        'Juttelemme sinun elämästäsi. Katsomme paikkaa yhdessä. Sinun ei tarvitse päättää mitään heti.',
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
      words('Yhteinen suunnitelma', 'En gemensam plan', 'A plan together'),
      words(
        'Kirjaamme sinun, hyvinvointialueen ja kunnan kanssa, kuinka monta päivää viikossa, millä tavalla ja mitä kohti.',
        'Tillsammans med dig, välfärdsområdet och kommunen skriver vi ner hur många dagar i veckan, på vilket sätt och mot vad.',
        'With you, the wellbeing county and the town we write down how many days a week, in which way and towards what.',
        'Teemme yhdessä suunnitelman. Mukana ovat hyvinvointialue ja kunta. Sovimme, montako päivää viikossa olet mukana.',
      ),
      {
        kind: 'plan',
        mode: 'in-person',
        or: ['video'],
        who: 'other',
        takes: [60, 'minutes'],
        materials: words(
          'suunnitelma, jonka saat itsellesi',
          'planen, som du får själv',
          'the plan, which you get for yourself',
          'suunnitelma. Saat sen itsellesi.',
        ),
      },
    ),
    step(
      words('Viikon rytmi alkaa', 'Veckans rytm börjar', 'The weekly rhythm begins'),
      words(
        'Olet mukana sovitut päivät, vähintään neljä tuntia kerrallaan. Jos et pääse, kerro siitä: keksimme toisen tavan.',
        'Du är med på de avtalade dagarna, minst fyra timmar åt gången. Om du inte kan komma, säg till: vi hittar ett annat sätt.',
        'You take part on the agreed days, at least four hours at a time. If you cannot come, tell us: we find another way.',
        'Olet mukana niinä päivinä, jotka on sovittu. Päivä kestää vähintään neljä tuntia. Jos et pääse tulemaan, kerro siitä. Sovimme uuden tavan.',
      ),
      {
        kind: 'rhythm',
        mode: 'hybrid',
        or: ['in-person', 'video', 'text'],
        who: 'both',
        takes: [3, 'months'],
      },
    ),
    step(
      words('Miten menee?', 'Hur går det?', 'How is it going?'),
      words(
        'Kerran kuussa pysähdymme: mikä toimii, mikä väsyttää, mitä muutetaan.',
        'En gång i månaden stannar vi upp: vad fungerar, vad tröttar, vad ändrar vi.',
        'Once a month we stop: what works, what tires, what do we change.',
        'Juttelemme kerran kuussa. Kerrot, mikä on hyvää ja mikä on vaikeaa. Voimme muuttaa asioita.',
      ),
      { kind: 'check-in', mode: 'in-person', or: ['video', 'phone'], who: 'both', takes: [30, 'minutes'] },
    ),
    step(
      words('Seuraava askel', 'Nästa steg', 'The next step'),
      words(
        'Jakson lopussa katsotaan eteenpäin: jatko, työkokeilu, opinnot tai jotain muuta. Et jää yksin.',
        'I slutet av perioden ser vi framåt: fortsättning, arbetsprövning, studier eller något annat. Du blir inte ensam.',
        'At the end of the period we look ahead: going on, a work trial, studies or something else. You are not left alone.',
        'Lopuksi sovimme, mitä teet seuraavaksi. Voit jatkaa, kokeilla työtä tai opiskella. Et jää yksin.',
      ),
      { kind: 'exit', mode: 'in-person', or: ['video', 'phone'], who: 'both', takes: [60, 'minutes'] },
    ),
  ],
};

export const youthWorkshop: ServiceContent = {
  name: words('Nuorten työpaja', 'Ungdomsverkstad', 'Youth workshop'),
  summary: words(
    'Tekemistä, porukkaa ja valmentaja rinnalla alle 29-vuotiaille. Pajalla tai netissä.',
    'Något att göra, gemenskap och en coach vid din sida för dig under 29. I verkstaden eller på nätet.',
    'Things to do, company and a coach by your side, for those under 29. At the workshop or online.',
    'Työpaja on alle 29-vuotiaille. Saat tekemistä ja seuraa. Valmentaja auttaa sinua. Voit tulla pajalle tai olla mukana netissä.',
  ),
  about: words(
    'Paja ei ole koulu. Teet oikeita töitä omassa tahdissa: mediaa, pyöriä, keittiötä, musiikkia. Siinä sivussa arki alkaa rullata ja oma suunta selvitä.\n\nEtäpajassa sama porukka tapaa netissä. Kameraa ei ole pakko avata, ja kirjoittamallakin on mukana.',
    'Verkstaden är ingen skola. Du gör riktiga jobb i din egen takt: media, cyklar, kök, musik. Vid sidan om börjar vardagen rulla och din egen riktning klarna.\n\nI verkstaden på distans träffas samma gäng på nätet. Du måste inte ha kameran på, och du är med också om du bara skriver.',
    'The workshop is not a school. You do real work at your own pace: media, bikes, kitchen, music. Along the way everyday life starts to roll and your own direction clears up.\n\nIn the remote workshop the same group meets online. You need not turn on your camera, and writing counts as being there.',
    'Paja ei ole koulu. Teet oikeita töitä. Voit korjata pyöriä, tehdä ruokaa tai tehdä videoita.\n\nVoit olla mukana myös netissä. Kameraa ei tarvitse avata. Voit myös vain kirjoittaa.',
  ),
  suits: words(
    'Sinulle, joka olet alle 29 ja vailla koulua tai työtä, tai koulu on jäänyt kesken. Valmiita vastauksia ei tarvitse olla.',
    'För dig som är under 29 och saknar skola eller jobb, eller vars skola har avbrutits. Du behöver inte ha färdiga svar.',
    'For you who are under 29 and without school or work, or whose school was left unfinished. You need no ready answers.',
    'Palvelu on sinulle, jos olet alle 29-vuotias ja sinulla ei ole koulua tai työtä.',
  ),
  price: words(
    'Maksuton. Lounas pajalla kuuluu päivään.',
    'Avgiftsfri. Lunch i verkstaden ingår i dagen.',
    'Free of charge. Lunch at the workshop is part of the day.',
    'Paja ei maksa sinulle mitään. Pajalla saat lounaan.',
  ),
  contact: reached('+35885550140', 'paja@likijarvi.example'),
  legalBasis: words('Nuorisolaki 1285/2016', 'Ungdomslagen 1285/2016', 'Youth Act 1285/2016'),
  controller: controlledByTown,
  payer: 'municipality',
  producer: own,
  places: [places.youth],
  needs: ['rhythm', 'education', 'work-trial', 'company', 'confidence'],
  modes: taking('in-person', 'hybrid', 'video', 'voice', 'text', 'own-time'),
  path: [
    step(
      words('Viesti tai soitto', 'Ett sms eller samtal', 'A message or a call'),
      words(
        'Laita viesti vaikka vain sanalla "moi". Kaveri, vanhempi tai etsivä nuorisotyö voi tehdä sen puolestasi.',
        'Skicka ett sms, det räcker med "hej". En kompis, en förälder eller det uppsökande ungdomsarbetet kan göra det för dig.',
        'Send a message, just "hi" will do. A friend, a parent or an outreach youth worker can do it for you.',
        'Lähetä meille viesti. Voit kirjoittaa vain "moi". Myös kaveri tai vanhempi voi kirjoittaa.',
      ),
      {
        kind: 'first-contact',
        mode: 'text',
        or: ['phone', 'in-person'],
        who: 'client',
        takes: [10, 'minutes'],
      },
    ),
    step(
      words('Kahvit pajalla', 'Kaffe i verkstaden', 'Coffee at the workshop'),
      words(
        'Tulet katsomaan paikkaa tai tapaat valmentajan netissä. Saa tuoda kaverin.',
        'Du kommer och ser på stället eller träffar coachen på nätet. Du får ta med en kompis.',
        'You come to see the place or meet the coach online. You may bring a friend.',
        'Tulet katsomaan pajaa. Voit myös tavata valmentajan netissä. Kaveri saa tulla mukaan.',
      ),
      {
        kind: 'start-interview',
        mode: 'in-person',
        or: ['video', 'voice', 'text'],
        who: 'both',
        takes: [60, 'minutes'],
      },
    ),
    step(
      words('Kokeilupäivät', 'Prova-på-dagar', 'Trial days'),
      words(
        'Kolme päivää ilman sitoutumista. Sen jälkeen kerrot, haluatko jatkaa.',
        'Tre dagar utan att binda dig. Sedan berättar du om du vill fortsätta.',
        'Three days without committing yourself. After that you say whether you want to go on.',
        'Kokeilet pajaa kolme päivää. Sitten kerrot, haluatko jatkaa.',
      ),
      { kind: 'other', mode: 'in-person', or: ['hybrid'], who: 'both', takes: [3, 'days'] },
    ),
    step(
      words('Oma suunnitelma', 'Din egen plan', 'Your own plan'),
      words(
        'Yksi sivu: mitä haluat, mikä auttaa, mitkä päivät. Voit muuttaa sitä milloin vain.',
        'En sida: vad du vill, vad som hjälper, vilka dagar. Du kan ändra den när som helst.',
        'One page: what you want, what helps, which days. You can change it at any time.',
        'Kirjoitamme suunnitelman. Siinä on, mitä sinä haluat ja mikä auttaa sinua. Voit muuttaa suunnitelmaa.',
      ),
      { kind: 'plan', mode: 'in-person', or: ['video', 'text'], who: 'both', takes: [45, 'minutes'] },
    ),
    step(
      words('Pajapäivät', 'Dagar i verkstaden', 'Workshop days'),
      words(
        'Aamulla katsotaan, ketkä ovat paikalla, ja tehdään. Etäpäivinä tavataan klo 9, 12 ja 13.30.',
        'På morgonen ser vi vilka som är här, och så gör vi. På distansdagarna träffas vi kl. 9, 12 och 13.30.',
        'In the morning we see who is here, and then we do. On remote days we meet at 9:00, 12:00 and 13:30.',
        'Aamulla tapaamme. Sitten teemme töitä. Jos olet kotona, tapaamme netissä kello 9, kello 12 ja kello 13.30.',
      ),
      {
        kind: 'rhythm',
        mode: 'hybrid',
        or: ['in-person', 'video', 'text'],
        who: 'both',
        takes: [6, 'months'],
      },
    ),
    step(
      words('Eteenpäin ja takaisin', 'Vidare, och tillbaka', 'Onward, and back'),
      words(
        'Koulu, työ tai armeija alkaa. Soitamme kuukauden päästä ja kysymme kuulumiset. Takaisin saa aina tulla.',
        'Skola, jobb eller militärtjänst börjar. Vi ringer efter en månad och frågar hur det går. Du får alltid komma tillbaka.',
        'School, work or military service begins. We call in a month and ask how you are. You may always come back.',
        'Koulu, työ tai armeija alkaa. Soitamme sinulle kuukauden päästä. Saat aina tulla takaisin.',
      ),
      { kind: 'exit', mode: 'phone', or: ['text', 'video'], who: 'both', takes: [20, 'minutes'] },
    ),
  ],
};

export const openWorkshop: ServiceContent = {
  name: words('Avoin työpaja', 'Öppen verkstad', 'Open workshop'),
  summary: words(
    'Ovi on auki ilman ajanvarausta. Kahvi, käsillä tekemistä ja joku, jonka kanssa jutella.',
    'Dörren är öppen utan tidsbokning. Kaffe, något att göra med händerna och någon att prata med.',
    'The door is open, no booking needed. Coffee, something to do with your hands and somebody to talk to.',
    'Voit tulla pajalle ilman ajanvarausta. Pajalla on kahvia, tekemistä ja seuraa.',
  ),
  about: words(
    'Paikka, johon voi vain tulla. Ompelukone, verstas, kudinpuut ja keittiö ovat käytössäsi. Ohjaaja auttaa alkuun, ja muut näyttävät loput.\n\nKeskiviikkoisin paja on myös netissä: samat kädet, eri keittiöt.',
    'Ett ställe dit man bara kan komma. Symaskin, snickeri, vävstol och kök står till din tjänst. Handledaren hjälper dig i gång, och de andra visar resten.\n\nPå onsdagar finns verkstaden också på nätet: samma händer, olika kök.',
    'A place where you can simply come. A sewing machine, a workshop, a loom and a kitchen are yours to use. The instructor helps you start, and the others show the rest.\n\nOn Wednesdays the workshop is also online: the same hands, different kitchens.',
    'Avoimelle pajalle voi vain tulla. Voit ommella, tehdä puutöitä tai laittaa ruokaa. Ohjaaja auttaa sinua.\n\nKeskiviikkona paja on myös netissä.',
  ),
  suits: words(
    'Kaikille, jotka kaipaavat tekemistä tai seuraa. Lähetettä ei tarvita, eikä kukaan kysy syytä.',
    'För alla som saknar något att göra eller någon att vara med. Ingen remiss behövs, och ingen frågar varför.',
    'For everyone who misses something to do or somebody to be with. No referral is needed, and nobody asks why.',
    'Paja on kaikille. Et tarvitse lähetettä. Kukaan ei kysy, miksi tulet.',
  ),
  price: words(
    'Maksuton. Kahvi 50 senttiä, jos on.',
    'Avgiftsfri. Kaffe 50 cent, om du har.',
    'Free of charge. Coffee 50 cents, if you have it.',
    'Paja ei maksa mitään. Kahvi maksaa 50 senttiä, jos sinulla on rahaa.',
  ),
  contact: reached('+35885550160', 'avoin@likijarvi.example'),
  legalBasis: null,
  controller: controlledByTown,
  payer: 'municipality',
  producer: own,
  places: [places.open, places.village],
  needs: ['company', 'rhythm', 'everyday', 'confidence'],
  modes: taking('in-person', 'video', 'voice'),
  path: [
    step(
      words('Tule käymään', 'Kom på besök', 'Come and visit'),
      words(
        'Avaa ovi tai soita ensin, jos se tuntuu helpommalta. Tulemme vastaan pihalle.',
        'Öppna dörren, eller ring först om det känns lättare. Vi möter dig på gården.',
        'Open the door, or call first if that feels easier. We come to meet you in the yard.',
        'Voit tulla sisään. Voit myös soittaa ensin. Tulemme sinua vastaan pihalle.',
      ),
      { kind: 'first-contact', mode: 'in-person', or: ['phone', 'video'], who: 'client' },
    ),
    step(
      words('Löydä tekemisesi', 'Hitta din grej', 'Find your thing'),
      words(
        'Katsotaan yhdessä, mitä pajalla tehdään. Voit myös vain istua ja juoda kahvia.',
        'Vi ser tillsammans vad man gör här. Du kan också bara sitta och dricka kaffe.',
        'We look together at what is being made. You can also just sit and drink coffee.',
        'Katsomme yhdessä, mitä pajalla voi tehdä. Voit myös vain istua ja juoda kahvia.',
      ),
      { kind: 'start-interview', mode: 'in-person', or: ['video'], who: 'both', takes: [30, 'minutes'] },
    ),
    step(
      words('Omat päiväsi', 'Dina egna dagar', 'Your own days'),
      words(
        'Käy silloin, kun haluat. Jos tahdot rytmiä, sovitaan pari vakiopäivää viikkoon.',
        'Kom när du vill. Om du vill ha rytm bestämmer vi ett par fasta dagar i veckan.',
        'Come when you like. If you want a rhythm, we agree on a couple of fixed days a week.',
        'Tule pajalle silloin, kun haluat. Voimme myös sopia päivät.',
      ),
      { kind: 'rhythm', mode: 'in-person', or: ['video', 'voice'], who: 'client' },
    ),
    step(
      words('Mitä seuraavaksi?', 'Vad kommer sen?', 'What next?'),
      words(
        'Kun olet valmis, kerromme muista palveluista. Kiirettä ei ole.',
        'När du är redo berättar vi om andra tjänster. Det är ingen brådska.',
        'When you are ready, we tell you about other services. There is no hurry.',
        'Kerromme sinulle muista palveluista, kun haluat. Sinulla ei ole kiirettä.',
      ),
      { kind: 'follow-up', mode: 'in-person', or: ['phone'], who: 'both', takes: [30, 'minutes'] },
    ),
  ],
};
