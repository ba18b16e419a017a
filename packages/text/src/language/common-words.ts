/**
 * The words that hardly a sentence of a language goes without, as people type them, with and without their marks. Where
 * two languages share one, it stands in both lists.
 */
export const COMMON_WORDS: Readonly<Record<string, string>> = {
  en: `the a an and or but if of to in on at by for with from as is are was were be been being am it its this that these
    those there here i you he she we they me him her us them my your his our their who what which when where why how not
    no yes do does did doing have has had having can could will would shall should may might must about into over under
    after before between out up down off than then so very just also only more most some any all each every both few many
    much other another such same too i'm i've i'll i'd don't doesn't didn't can't won't isn't aren't it's that's there's
    you're we're they're let's please make makes made write give tell explain get want need know think like good time
    people said because while through during without within against again always never still even back first last
    something anything nothing someone everyone really thing things way today tomorrow yesterday yourself myself himself
    herself themselves our ours yours him new old one two three long little great right work life day year years home
    world going goes went come came take took see saw look looking use used using find keep help show put read start
    until since though although around though whether once ever enough almost already together she's he's what's who's
    masterpiece best quality detailed highly high resolution photo photograph photorealistic realistic portrait style
    artwork illustration painting drawing lighting background hair eyes face girl boy man woman viewer shot view
    cinematic sharp focus wearing smile smiling white black red blue green dark light beautiful standing sitting
    function return const let var string void class public private static import null true false else new async`,
  es: `el la los las un una unos unas de del al y o que en es por para con no se lo le les su sus mi mis tu tus me te nos
    como cómo más mas pero si sí ya muy está esta están este estos estas esto eso esa ese son era fue ser estar hay ha
    han he hasta desde cuando cuándo donde dónde quien quién qué porque por qué también tambien todo toda todos todas
    sin sobre entre después despues antes hoy ayer mañana yo él ella ellos ellas nosotros usted ustedes tengo tiene
    tienen hacer hace puedo puede pueden quiero quiere mucho mucha muchos poco otro otra otros algo nada nunca siempre
    aquí aqui ahí así asi cada tan tanto bien ahora mejor años año día dia vez gracias hola soy eres somos estoy voy va
    vamos creo sé había habia fueron ni durante contra según solo sólo cómo cual cuál aunque mientras gente casa mujer
    hombre niño niña dos tres`,
  fr: `le la les l' qu' j' n' s' c' m' t' un une des du de d' et ou où que qui qu'il qu'elle ne pas n'est c'est est sont était etait ce cet cette ces
    dans en sur pour par avec sans sous il elle ils elles on nous vous je j'ai tu me te se lui leur leurs mon ma mes ton
    ta tes son sa ses notre votre nos vos au aux plus moins très tres bien mais si comme comment quand pourquoi parce
    aussi alors donc tout tous toute toutes rien jamais toujours encore déjà deja entre chez vers après apres avant depuis
    pendant peut peux peuvent veux veut faire fait fais être etre avoir ai as avons avez ont suis es sommes êtes sera
    serait a été ete deux trois autre autres même meme quel quelle quels quelles oui non merci bonjour moi toi eux ça ca
    cela y dit aller va vais faut beaucoup peu ans jour jours an fois ici là femme homme enfant enfants d'un d'une s'il
    j'aime qu'on qu'un n'a n'ai jusqu'à lors afin ainsi cependant`,
  de: `der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine keinen ist sind war waren
    wird werden wurde wurden sein hat haben hatte ich du er sie es wir ihr mich dich mir dir ihm ihn ihnen uns euch mein
    meine meinen meiner dein deine seine seinen ihre ihren unser unsere zu zum zur mit auf für fuer von vom im in an am
    bei beim aus nach über ueber unter vor hinter zwischen durch gegen ohne um bis seit wie was wer wo wann warum wenn
    weil dass daß ob als auch noch nur schon sehr mehr immer nie wieder hier da dort dann jetzt heute gestern morgen so
    kann kannst können koennen muss müssen muessen soll sollte will wollen möchte moechte machen macht gibt bitte danke
    ja nein man alle alles viel viele etwas nichts jemand diese dieser dieses diesem diesen jede jeder welche mal doch
    denn damit dazu davon dabei jahre jahr tag zeit leute haus frau mann kind kinder zwei drei ersten ganz gut habe bin
    bist seid hast geht gehen habt würde wuerde wäre waere hätte sich selbst zwar deshalb darf`,
  it: `l' dell' all' nell' dall' sull' un' c' d' quest' il lo la i gli le un uno una di del della dello dei degli delle a al alla allo ai agli alle da dal dalla dai dalle in
    nel nella nei nelle su sul sulla sui sulle con per tra fra e ed o ma che chi cui non è e' sono era erano ho hai
    ha abbiamo avete hanno essere avere fare fatto si se mi ti ci vi ne lui lei noi voi loro io tu mio mia miei tuo tua
    suo sua suoi nostro vostro come quando dove perché perche cosa quale quali quanto più piu meno molto molti tanto
    poco anche ancora già gia sempre mai solo tutto tutti tutta tutte questo questa questi queste quello quella quelli
    qui qua lì là così cosi bene sì può puo posso possono vuole voglio deve devo sto sta stanno fa anni anno giorno oggi
    ieri domani prima dopo senza sotto sopra ogni altro altra altri due tre casa grazie ciao c'è dell dall all sull
    l'ho un'altra d'italia nessuno niente qualcosa qualcuno donna uomo bambino bambini mentre però pero quindi`,
  pt: `o a os as um uma uns umas de do da dos das em no na nos nas num numa por pelo pela pelos pelas para pra com sem sobre
    entre até ate e ou mas que quem qual quando onde como porque porquê se não nao sim já ja é e' são sao era foi foram
    ser estar está esta estão estou estava tem têm tenho tinha ter há ha eu tu você voce vocês ele ela eles elas nós me
    te lhe lhes meu minha meus minhas teu tua seu sua seus suas nosso nossa isso isto este essa esse aquele aquela
    muito muita muitos mais menos também tambem só so ainda sempre nunca agora hoje ontem amanhã aqui ali lá assim bem
    todo toda todos todas cada outro outra outros fazer faz fez pode posso podem quero quer vai vou vamos anos ano dia
    depois antes durante contra à às ao aos dois duas três coisa gente obrigado obrigada olá mesmo mesma então entao
    nada algo alguém ninguém casa mulher homem criança crianças sou somos qualquer enquanto porém`,
  nl: `de het een en of maar van in op te aan met voor door over bij naar uit om tot als is zijn was waren wordt worden
    werd ben bent heeft hebben had heb hij zij ze wij we je jij jullie ik mij me hem haar ons hun mijn jouw zijn onze u
    uw dat dit deze die wat wie waar wanneer waarom hoe niet geen wel ook nog al er daar hier dan nu toen zo heel zeer
    meer veel weinig alle alles iets niets iemand kan kunnen moet moeten wil willen zal zullen zou mag gaat gaan komt
    maken maakt doen doet want omdat zonder tegen tussen onder na sinds tijdens altijd nooit weer vandaag gisteren
    morgen jaar dag mensen goed graag ja nee twee drie andere elke iedere welke naar zichzelf zich eens even toch
    kind kinderen vrouw man huis 't z'n m'n echt misschien eigenlijk`,
  pl: `i w we z ze na do od dla po za przez przed przy nad pod o u a ale lub czy że to ten ta te ci tego tej tym tych temu
    jest są sa był była było byli być byc będzie bedzie nie tak się sie jak co kto gdzie kiedy dlaczego który która
    które ktory ktora jaki jaka jakie ja ty on ona ono my wy oni mnie mi cię ci go mu jej ich im nas nam was wam mój
    moja moje mojej twój twoja swoje swoją jego nasz bardzo też tez już juz tylko jeszcze może moze można mozna mam masz
    ma mają mamy chcę chce muszę musi trzeba bo więc wiec żeby zeby aby gdy jeśli jesli kiedyś zawsze nigdy teraz dziś
    dzisiaj wczoraj jutro rok lat lata roku dzień dni wszystko wszystkie każdy każda wiele dużo mało coś nic ktoś nikt
    dobrze proszę prosze dziękuję cześć dwa trzy bez między jako także oraz niż został została dom kobieta człowiek
    dziecko dzieci ludzie jestem robić zrobić`,
  tr: `ve bir bu şu o da de ki mi mı mu mü ile için icin ama fakat ne nasıl nasil neden niye kim nerede hangi kaç çok cok
    daha en gibi kadar sonra önce once olarak olan oldu olur olmak olduğu oldugu var yok değil degil ben sen biz siz
    onlar bana sana ona bize size beni seni onu benim senin onun bizim sizin her hiç hic bütün tüm tum şey sey bazı
    şimdi simdi bugün bugun dün yarın evet hayır lütfen lutfen teşekkürler merhaba veya ya hem eğer eger çünkü cunku
    diye ise iki üç yıl yil gün zaman iyi yeni büyük güzel kadın adam çocuk çocuklar insan insanlar böyle öyle sadece
    bile artık hala hep ancak göre karşı arasında içinde üzerinde tarafından musun misin mıyım ediyor etmek yapmak
    istiyorum gerekiyor nedir kendi birlikte`,
  sv: `och att det som en ett på är av för med den till inte har de om ett han hon jag vi du ni var men sig från vid kan så
    eller när skulle här hur vad där efter bara mycket också ska vill hade mina min mitt din ditt sin sitt alla någon
    något några inget ingen inga detta denna dessa varför vem vilken under över mellan utan genom sedan nu idag igen
    måste finns blir bli blev kommer varit göra gör år mig dig oss er dem hans hennes deras mer än många hemma barn`,
  da: `og at det som en et på er af for med den til ikke har de om han hun jeg vi du i var men sig fra ved kan så eller når
    skulle her hvordan hvad hvor efter kun meget også skal vil havde mine min mit din dit sin sit alle nogen noget nogle
    intet ingen dette denne disse hvorfor hvem hvilken under over mellem uden gennem siden nu igen må findes bliver blev
    kommer været gøre gør år mig dig os jer dem hans hendes deres mere end mange børn være af op hvis fordi`,
  no: `og å det som en et på er av for med den til ikke har de om han hun jeg vi du var men seg fra ved kan så eller når
    skulle her hvordan hva hvor etter bare mye også skal vil hadde mine min mitt din ditt sin sitt alle noen noe ingen
    dette denne disse hvorfor hvem hvilken under over mellom uten gjennom siden nå igjen må finnes blir ble kommer vært
    gjøre gjør år meg deg oss dere dem hans hennes deres mer enn mange barn være opp hvis fordi jeg ikkje eg`,
  fi: `ja on ei se että hän ovat oli ne mutta tai kun jos niin kuin myös vain mitä mikä missä milloin miksi miten minä sinä me
    te he minun sinun hänen meidän tämä tämän tässä nämä joka jotka jonka jossa olla ole olen olet oletko ollut voi
    voin voiko pitää täytyy nyt sitten vielä jo aina koskaan hyvin paljon kaikki jotain mitään ihan kanssa ilman ennen
    jälkeen kuinka tänään vuotta vuoden sekä eikä en et emme sitä siitä sen tätä mukaan välillä lapset haluan kiitos`,
  cs: `a v ve na se si je že to s z ze do k ke o u po pro od za při před nad pod mezi ale nebo jak co kdo kde kdy proč který
    která které jsem jsi jsme jste jsou byl byla bylo byli být bude ne není já ty on ona my vy oni mě mi tě ti ho mu jí
    jim nás vás jejich můj moje tvůj svůj jeho její tak také už jen ještě může můžu mám má mají chci musí protože
    když pokud aby jako tento tato toto ten ta ty velmi více vždy nikdy dnes včera zítra rok let roku den všechno
    něco nic někdo dobře prosím děkuji ahoj dva tři bez než až kteří děti lidé`,
  sk: `a v vo na sa si je že to s zo z do k ku o u po pre od za pri pred nad pod medzi ale alebo ako čo kto kde kedy prečo
    ktorý ktorá ktoré som si sme ste sú bol bola bolo boli byť bude nie ja ty on ona my vy oni ma mi ťa ti ho mu jej im
    nás vás ich môj moja tvoj svoj jeho tak tiež aj už len ešte môže môžem mám má majú chcem musí pretože keď ak aby
    tento táto toto ten tá veľmi viac vždy nikdy dnes včera zajtra rok rokov roku deň všetko niečo nič niekto dobre
    prosím ďakujem ahoj dva tri bez než až deti ľudia`,
  hu: `a az és hogy nem is egy ez azt de ha van volt vagy meg csak már még mint ki mi hol mikor miért hogyan mit kell lehet
    én te ő mi ti ők nekem neked neki engem téged őt ezt ezek azok aki ami amely amikor ahol nagyon sok minden semmi
    valami valaki most ma tegnap holnap itt ott úgy így igen jó kérem köszönöm lesz vannak voltak vagyok lenni tud
    tudom akarok szeretnék után előtt között alatt által nélkül során éves év két három majd mert pedig azonban
    gyerek gyerekek emberek volna`,
  ro: `și si în in de la cu pe din pentru că ca nu este e sunt era a au am ai are ce cine unde când cand cum sau dar dacă
    daca mai foarte tot toate toți un o unui unei lui ei lor meu mea mei tău ta său sa se să sa îmi imi îți mă te îl
    o ne vă îi le eu tu el ea noi voi ele acest această acestea acesta aceasta acel care doar numai fost fi fie face
    pot poate trebuie vreau după dupa înainte fără fara între peste sub prin către despre azi ieri mâine acum aici acolo
    an ani ziua bine mulțumesc bună niciodată întotdeauna nimic ceva cineva doi trei copii oameni`,
  hr: `i u na je se da su za od s sa do o po iz a ali ili kao što sto tko ko gdje gde kada kako zašto zasto koji koja koje
    nije nisu sam si smo ste bio bila bilo bili biti će ce ne ja ti on ona mi vi oni me te ga mu joj im nas vas moj moja
    tvoj svoj njegov njen naš to taj ta te ovo ovaj ova tako takođe također već vec samo još jos može moze mogu imam ima
    imaju želim hoću mora treba jer kad ako vrlo jako više vise uvijek uvek nikad danas jučer juče sutra godina godine
    dan sve nešto ništa netko neko dobro molim hvala dva tri bez između pre prije nakon posle djeca deca ljudi`,
  sl: `in v na je se da so za od s z do o po iz a ampak ali kot kaj kdo kje kdaj kako zakaj ki kateri katera katero ni niso
    sem si smo ste bil bila bilo bili biti bo bodo ne jaz ti on ona mi vi oni me te ga mu ji jim nas vas moj moja tvoj
    svoj njegov njen naš to ta tista tako tudi že samo še lahko imam ima imajo želim mora treba ker ko če zelo več vedno
    nikoli danes včeraj jutri leto let dan vse nekaj nič nekdo dobro prosim hvala dva tri brez med pred pri otroci ljudje`,
  lt: `ir yra į iš su be per po prie apie nuo iki už kad kaip kas kur kada kodėl kuris kuri bet ar o ne nėra buvo bus būti aš tu
    jis ji mes jūs jie jos man tau jam jai mums jums mano tavo savo jo jų šis ši tai tas ta tik dar jau labai daug
    gali galiu turi turiu reikia noriu nes jei kai kada visada niekada šiandien vakar rytoj metų metai viskas kažkas
    nieko gerai prašau ačiū taip taip pat du trys vaikai žmonės`,
  lv: `un ir uz no ar par pie pēc bez līdz pret starp kas kā kur kad kāpēc kurš kura bet vai ne nav bija būs būt es tu viņš
    viņa mēs jūs viņi man tev viņam mums jums mans mana tavs savu viņu šis šī tas tā tikai vēl jau ļoti daudz var varu
    vajag gribu jo ja vienmēr nekad šodien vakar rīt gadu gadi viss kaut neko labi lūdzu paldies arī divi trīs bērni
    cilvēki esmu ko`,
  et: `ja on ei et see ta ma sa me te nad mis kes kus millal miks kuidas kas või aga kui siis ka veel juba ainult väga palju
    oli olid olema olen oled oleme pole mina sina tema meie teie nende minu sinu oma selle seda need kõik midagi keegi
    saab saan võib peab tahan sest nagu pärast enne ilma koos täna eile homme aasta aastat hästi palun aitäh kaks kolm
    lapsed inimesed mitte üle alla`,
  id: `yang dan di ke dari untuk dengan pada ini itu adalah tidak akan dalam atau juga saya anda kamu aku dia kami kita
    mereka ada bisa dapat harus sudah telah belum sedang lebih sangat banyak semua apa siapa dimana kapan mengapa kenapa
    bagaimana karena jika kalau tetapi tapi saat ketika seperti oleh sebagai para orang anak tahun hari satu dua tiga
    sini sana hanya masih lagi jangan tolong terima kasih baik baru bukan boleh saja cara ingin mau boleh awak tak nak
    tentang antara setelah sebelum tanpa`,
  vi: `và là của có không cho một các những được trong với này đó khi đã sẽ đang tôi bạn anh chị em ông bà nó họ chúng ta mình
    người năm ngày rất nhiều ít cũng như nhưng nếu thì mà để từ đến ở tại về trên dưới sau trước ra vào lại đi làm gì
    sao nào ai đâu bao giờ phải muốn cần biết nói thế vì bởi hay hoặc nên chỉ vẫn còn chưa hai ba tốt xin cảm ơn`,
  tl: `ang ng mga sa na at ay si ni kay para ako ikaw ka siya kami tayo kayo sila ko mo niya namin natin ninyo nila akin iyo
    hindi wala may mayroon ito iyan iyon dito diyan doon ano sino saan kailan bakit paano kung pero dahil kaya lang din
    rin naman pa ba po opo oo gusto puwede pwede dapat lahat marami tao bata taon araw ngayon bukas kahapon isa dalawa
    tatlo salamat mabuti kasi nang`,
  sw: `na ya wa kwa ni katika la za cha vya kama hii hiyo huyo huu hayo hizi si ya yako yangu yake yetu wao mimi wewe yeye
    sisi ninyi nini nani wapi lini kwanini vipi jinsi lakini au pia sana tu bado tayari kila wote mtu watu mtoto watoto
    mwaka siku leo jana kesho moja mbili tatu asante habari ndiyo hapana kuwa kuna hakuna ana nina una tuna wana ili
    baada kabla bila`,
  ca: `el la els les un una uns unes de del dels al als i o que en és per amb no es se ho li seu seva seus meu meva teu em
    et ens us com més però si ja molt està aquest aquesta aquests aquestes això són era va ser estar hi ha han fins des
    quan on qui què perquè també tot tota tots totes sense sobre entre després abans avui ahir demà jo ell ella ells
    nosaltres vostè tinc té tenen fer fa puc pot vull vol molts poc altre altra res mai sempre aquí així cada bé ara
    anys any dia gràcies hola sóc ets som estic vaig dels pels pel l' d' dues tres gent casa dona home nens`,
  gl: `o a os as un unha uns unhas de do da dos das en no na nos nas por polo pola para con sen sobre entre ata e ou pero que
    quen cal cando onde como porque non si xa é son era foi ser estar está teño ten teñen hai eu ti vostede el ela eles
    elas nós me te lle meu miña teu túa seu súa isto este esta iso moito moita máis menos tamén só aínda sempre nunca
    agora hoxe onte mañá aquí alí así ben todo toda cada outro facer fai pode podo quero quere vai vou anos ano día
    despois antes ao á dúas cousa xente grazas ola mesmo entón nada`,
  eu: `eta da ez du dira bat hau hori baina edo ere zer nor non noiz nola zergatik nire zure bere gure ni zu gu haiek izan
    dut dute duzu naiz zara gara bai oso asko guztiak gehiago orain gaur atzo bihar urte egun egin behar nahi ahal dago
    daude beste bi hiru haurrak eskerrik kaixo batzuk honek egiten zen ziren`,
  is: `og að er í á sem til við um en það ekki með var hann hún ég þú við þeir af fyrir frá eins hvað hver hvar hvenær
    hvers hvernig eða ef þegar eru voru vera hef hefur hafa getur verður skal minn mín þinn sinn allt eitthvað ekkert
    mjög bara líka alltaf aldrei núna dag gær ár þetta þessi það börn takk já nei`,
  ga: `agus an na is ar le do go i a tá bhí níl ní sé sí mé tú siad muid sinn seo sin cad cé conas cathain nach ag as faoi
    ó chun mar ach má nó féin raibh beidh gach eile anois inniu bliain lá maith`,
  cy: `y yr a ac yn i o ar am gan gyda mae yw oedd bod ei eu fy dy ni chi nhw fi ti hi ef hyn hwn beth pwy ble pryd pam sut
    os ond neu hefyd iawn dim nid wedi bydd gallu rhaid pob arall nawr heddiw blwyddyn dydd da`,
  af: `die en van in is het nie dat ek jy hy sy ons julle hulle my jou sy haar hom wat wie waar wanneer hoekom hoe vir met op
    aan om te as by na uit oor deur tot maar of ook nog net baie meer alles iets niks iemand kan moet wil sal was word
    gaan maak doen nou vandag gister môre jaar dag mense goed asseblief dankie ja nee twee drie daar hier hierdie daardie
    kinders sê`,
  sq: `dhe në e të i me për që është nuk një nga si por ose ka kam ke janë ishte unë ti ai ajo ne ju ata ato im yt tij saj tyre
    kjo ky këto çfarë kush ku kur pse sa shumë më gjithë vetëm edhe tani sot dje nesër vit ditë mirë faleminderit po jo
    dy tre duhet mund do pa pas para`,
  az: `və bir bu o ki ilə üçün amma nə necə niyə kim harada hansı çox daha ən kimi qədər sonra əvvəl olaraq olan oldu var yox
    deyil mən sən biz siz onlar mənə sənə ona mənim sənin onun hər heç bütün şey indi bugün dünən sabah bəli xeyr zəhmət
    və ya əgər çünki iki üç il gün yaxşı yeni böyük qadın uşaq insan`,
  uz: `va bir bu u ham bilan uchun lekin nima qanday nega kim qayerda qaysi juda eng kabi keyin oldin edi bor emas men sen biz
    siz ular menga senga unga mening sening uning har hech hamma hozir bugun kecha ertaga ha yo'q yoki agar chunki ikki
    yil kun yaxshi yangi katta bo'lib bo'lgan qilish kerak`,
  so: `iyo waa oo ka ku u in la ay uu aan ma miyaa maxaa kuma xaggee goorma sida waxa waxaan laakiin ama haddii markii badan
    aad kale hadda maanta shalay sanad maalin wanaagsan mahadsanid haa maya laba saddex dad carruur`,
  ha: `da na a ta ya ce ne ba shi ita su mu ku ni kai wannan wancan don amma ko idan yadda me wane ina yaushe sosai kuma duk
    yanzu yau jiya gobe shekara rana mutum mutane yara nagode eh a'a daya biyu uku zai suna yana tana`,
  yo: `ni ti ati fun pẹlu sí tí àti ní kí ó wọn mo ẹ àwọn yìí náà kò kì bí ṣe ṣé kini tani nibo nigbati sugbon tabi pupọ ọdún
    ọjọ́ ènìyàn ọmọ dára`,
  zu: `futhi ukuthi kodwa noma uma ngoba kanjani ubani kuphi nini yini mina wena yena thina nina bona lokhu lowo kakhulu konke
    manje namuhla izolo kusasa unyaka usuku umuntu abantu abantwana ngiyabonga yebo cha ngiyafuna ukuba ngi lapha`,
  hi: `है हैं का की के में से को और पर ने यह ये वह वे भी नहीं मैं हम तुम आप मेरा मेरी मेरे आपका आपकी आपके उसका उसकी उसके था थी थे
    हो होता होती होते कर करना करने करता करते किया गया गई गए क्या कैसे कब कहाँ कहां क्यों कौन जो तो ही लिए साथ बाद पहले अब आज कल
    बहुत कुछ सब सभी एक दो तीन या लेकिन अगर जब तक अपने अपनी अपना मुझे तुम्हें उसे उन्हें इस उस इसे रहा रही रहे सकते सकता सकती चाहिए
    साल दिन लोग बच्चे औरत आदमी घर अच्छा धन्यवाद नमस्ते वाला वाले वाली कोई हूँ हूं ऐसे
    hai hain nahi nahin kya kaise kyun kab kahan mein mera meri mere tum aap hum woh yeh aur lekin bhi bahut kuch kar
    karo karna karne raha rahi rahe hota hoti wala wali liye saath apne apni mujhe tujhe usko isko tera teri tere bhai
    gaya gayi chahiye acha accha matlab abhi`,
  mr: `आहे आहेत आणि नाही मी तू तो ती ते आम्ही तुम्ही मला तुला त्याला तिला माझा माझी माझे तुझा त्याचा त्याची होता होती होते असे
    असा काय कसे कधी कुठे का कोण जे तर पण किंवा जर जेव्हा आता आज उद्या काल खूप काही सर्व एक दोन तीन साठी सोबत नंतर आधी
    करणे करत केला केली केले झाला झाली झाले या हा ही हे च मुले लोक घर छान वर्षे मध्ये`,
  ne: `छ छन् छैन हो होइन र मा को का की ले लाई बाट म हामी तिमी तपाईं ऊ उनी मेरो मेरी तिम्रो उसको थियो थिए भयो गर्न गर्ने गर्छ
    के कसरी कहिले कहाँ किन को जो तर वा यदि जब अहिले आज भोलि हिजो धेरै केही सबै एक दुई तीन लागि सँग पछि अघि यो त्यो यी हरू
    पनि मान्छे घर राम्रो वर्ष`,
  ru: `дома и в во не на я что он она оно они мы вы ты с со как а то это эта этот эти но да по к ко за у из от до о об для при
    все всё его её ее их мне меня тебя тебе нас вас нам вам ему ей им мой моя моё мои твой твоя свой свою наш ваш был была
    было были быть будет есть нет не ни так же бы ли уже еще ещё только очень где когда почему как кто чем если или чтобы
    потому который которая которые которых можно надо нужно хочу могу может могут себя себе там тут здесь сейчас сегодня
    вчера завтра год года лет день люди человек дети дом хорошо спасибо привет пожалуйста два три один после перед между
    без про через под над тоже также даже вот какой какая какие много мало ничего что-то`,
  uk: `вдома дома і й в у не на я що він вона воно вони ми ви ти з із зі як а то це ця цей ці але так по до за від для при про всі все
    його її їх мені мене тебе тобі нас вас нам вам йому їй їм мій моя моє мої твій свій наш ваш був була було були бути
    буде є немає ні та чи вже ще тільки дуже де коли чому хто чим якщо або щоб тому який яка які яких можна треба потрібно
    хочу можу може себе собі там тут зараз сьогодні вчора завтра рік років день люди діти добре дякую привіт будь ласка
    два три один після перед між без через також багато нічого`,
  be: `і ў не на я што ён яна яны мы вы ты з як а то гэта гэты але так па да за ад для пры пра усе усё яго яе іх мне мяне
    цябе нас вас быў была было былі быць будзе ёсць няма ні ці ужо яшчэ толькі вельмі дзе калі чаму хто чым або каб таму
    які якая якія можна трэба хачу магу сябе там тут зараз сёння учора заўтра год дзень людзі дзеці добра дзякуй`,
  bg: `дома у правя направя и в във не на аз че той тя то те ние вие ти с със как а това този тази тези но да по към за от до при про всички всичко
    го я ги ми му си ни ви им мой моя твой свой нашия е са съм си сме сте беше бяха бъде ще няма има или вече още само
    много къде кога защо кой коя кое които какво ако защото който която може трябва искам мога себе там тук сега днес
    вчера утре година години ден хора деца добре благодаря здравей два три един след преди между без през също когато`,
  sr: `и у на је се да су за од с са до о по из а али или као што ко где када како зашто који која које није нису сам си смо
    сте био била било били бити ће не ја ти он она ми ви они ме те га му јој им нас вас мој моја твој свој његов њен наш
    то тај та ово овај ова тако такође већ само још може могу имам има имају желим мора треба јер кад ако врло више
    увек никад данас јуче сутра година године дан све нешто ништа неко добро молим хвала два три без између деца људи`,
  mk: `и во на е се да се за од со до по а но или како што кој каде кога зошто која кое не ни сум си сме сте беше биде ќе јас
    ти тој таа ние вие тие ме те го му и им нас вас мој моја твој свој неговиот ова овој оваа така исто веќе само уште
    може можам имам има мора треба бидејќи ако многу повеќе секогаш никогаш денес вчера утре година ден сите нешто
    ништо некој добро ве молам благодарам два три без меѓу деца луѓе`,
  kk: `және мен бір бұл ол сен біз сіз олар үшін бен пен емес бар жоқ болды болып деп не қалай неге кім қайда қашан өте көп
    барлық осы сол да де та те жыл күн бүгін енді керек жақсы адам бала үй қазақ`,
  mn: `ба нь бол энэ тэр би чи бид та юу яаж яагаад хэн хаана хэзээ их маш бүх одоо өнөөдөр байна байсан байгаа юм гэж гэсэн
    дээр доор хүн хүүхэд жил өдөр сайн болон`,
  ar: `في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين هو هي هم نحن أنا انا أنت انت كان كانت يكون هل ما ماذا كيف متى
    أين اين لماذا من لا لم لن ليس ليست أن ان إن قد لقد كل بعض بعد قبل بين عند حتى أو او ثم لكن ولكن إذا اذا لأن لان كما
    أيضا ايضا جدا فقط غير أكثر اكثر اليوم الآن الان غدا أمس سنة عام يوم رجل امرأة طفل أطفال الناس بيت شكرا مرحبا يمكن يجب
    أريد اريد لدي له لها لهم به بها فيه فيها عليه منه وهو وهي وكان كنت يا نعم أي اي حول خلال مثل تحت فوق كيفية دون ضد عليك لك
    مش عشان علشان ليه ايه إيه ازاي إزاي بس كده دي ده اللي احنا شو هيك ليش وين بدي وش`,
  fa: `و در به از که این آن را با است برای هم یک تا بر می های ها من تو او ما شما آنها اینکه نیست هست بود بودند شد شده باشد خواهد
    کرد کردن کند کنم کنید چه چرا چگونه کجا کی چیست یا اما اگر چون هر همه بسیار خیلی دیگر بعد قبل بین روی زیر پیش حالا امروز
    دیروز فردا سال روز مردم زن مرد کودک خانه خوب سلام ممنون لطفا دو سه نه بله چطور دارد دارم باید می‌شود می‌کند نمی`,
  ur: `ہے ہیں کا کی کے میں سے کو اور پر نے یہ وہ بھی نہیں ہم تم آپ میرا میری میرے تھا تھی تھے ہو ہوتا کر کرنا کرنے کیا گیا گئی کیسے
    کب کہاں کیوں کون جو تو ہی لیے ساتھ بعد پہلے اب آج کل بہت کچھ سب ایک دو تین یا لیکن اگر جب تک اپنے اپنی مجھے اسے اس ان رہا رہی
    رہے سکتے سکتا چاہیے سال دن لوگ بچے عورت آدمی گھر اچھا شکریہ ہوں`,
  ps: `او په د چې دا له سره ته کې دی ده دي يو يې ما زه تاسو موږ هغه هغوی نه هم څه څنګه ولې چېرته کله خو که نو ډېر ټول اوس نن
    کال ورځ خلک ښه مننه لپاره څخه وي`,
  ku: `لە بۆ بە و کە ئەم ئەو من تۆ ئێمە ئێوە ئەوان نییە هەیە بوو دەکات چی چۆن بۆچی کێ کوێ کەی زۆر هەموو ئێستا ئەمڕۆ ساڵ ڕۆژ خەڵک
    باش سوپاس لەگەڵ یان بەڵام ئەگەر`,
  zh: `的 了 是 我 你 们 們 这 這 吗 嗎 呢 么 麼 没 沒 说 說 她 他 它 都 也 很 还 還 让 讓 给 給 吧 啊 哪 谁 誰 个 對 对 为 為 请 請 怎 想 会 會 把 被 跟 从 從 与 與`,
};
