/**
 * Other names of places: 'country: name in the package=other names; …', in local languages, Spanish, English and
 * Chinese. Only those that folding, abbreviations and shortening do not already lead to. Facts as in GeoNames.
 */
export const otherNames = `
AE: Dubai=迪拜; Abu Dhabi=阿布扎比,Abu Dabi
AR: Buenos Aires=布宜诺斯艾利斯,Bs As,Bs. As.,Capital Federal,CABA,Ciudad Autónoma de Buenos Aires; Córdoba=科尔多瓦; Rosario=罗萨里奥; Mendoza=门多萨; San Miguel de Tucumán=Tucumán; San Fernando del Valle de Catamarca=Catamarca; San Salvador de Jujuy=Jujuy; Santiago del Estero=Sgo. del Estero
AT: Vienna=Wien,Viena,维也纳; Graz=格拉茨; Salzburg=Salzburgo,萨尔茨堡; Innsbruck=因斯布鲁克; Linz=林茨; Klagenfurt am Wörthersee=Klagenfurt; Sankt Pölten=St. Poelten
AU: Sydney=悉尼,雪梨,Sídney; Melbourne=墨尔本; Brisbane=布里斯班; Perth=珀斯; Adelaide=阿德莱德,Adelaida; Canberra=堪培拉
BE: Brussels=Bruxelles,Brussel,Bruselas,布鲁塞尔,Brüssel,Bruxelles-Ville; Antwerpen=Antwerp,Anvers,Amberes,安特卫普; Gent=Ghent,Gand,Gante,根特; Brugge=Bruges,Brujas,布鲁日; Liège=Luik,Lieja,列日,Lüttich; Leuven=Louvain,Lovaina,鲁汶; Mons=Bergen; Namur=Namen; Mechelen=Malines,Malinas; Kortrijk=Courtrai; Ostend=Oostende,Ostende; Tournai=Doornik; Aalst=Alost
BO: La Paz=拉巴斯; Santa Cruz de la Sierra=圣克鲁斯
BR: São Paulo=圣保罗,San Pablo,Sampa; Rio de Janeiro=里约热内卢,Río de Janeiro; Brasília=巴西利亚,Brasilia D.F.; Salvador=Salvador de Bahía,Salvador da Bahia,萨尔瓦多; Belo Horizonte=贝洛奥里藏特; Porto Alegre=阿雷格里港; Curitiba=库里蒂巴; Recife=累西腓; Fortaleza=福塔莱萨; Manaus=马瑙斯
BY: Minsk=明斯克
CA: Toronto=多伦多; Montréal=蒙特利尔; Vancouver=温哥华; Québec=魁北克,Ville de Québec,Quebec City; Ottawa=渥太华; Calgary=卡尔加里; Edmonton=埃德蒙顿; Winnipeg=温尼伯; Halifax=哈利法克斯
CH: Zürich=Zurich,Zúrich,苏黎世,Zurigo; Genève=Geneva,Genf,Ginebra,日内瓦,Ginevra; Basel=Bâle,Basle,Basilea,巴塞尔; Bern=Berne,Berna,伯尔尼; Luzern=Lucerne,Lucerna,卢塞恩; Lausanne=Lausana,洛桑; Sankt Gallen=Saint-Gall,San Galo; Neuchâtel=Neuenburg; Fribourg=Freiburg,Friburgo; Sitten=Sion; Schaffhausen=Schaffhouse
CL: Santiago=Santiago de Chile,圣地亚哥; Valparaíso=瓦尔帕莱索; Concepción=康塞普西翁
CN: Harbin=Ha'erbin; Hohhot=Huhhot,Huhehaote; Ürümqi=Wulumuqi; Lhasa=Lasa; Xi’an=Sian; Guangzhou=Canton,Cantón; Beijing=Peking,Pekín,Pequim; Nanjing=Nanking,Nankín; Chongqing=Chungking; Tianjin=Tientsin; Qingdao=Tsingtao; Kashgar=Kashi; Shangri-La=Xianggelila,Zhongdian; Shantou=Swatow; Xiamen=Amoy; Shenyang=Mukden; Xiangyang=Xiangfan
CO: Bogotá=Bogotá D.C.,Santafé de Bogotá,Santa Fe de Bogotá,波哥大; Medellín=麦德林; Cali=Santiago de Cali,卡利; Cartagena=Cartagena de Indias; Cúcuta=San José de Cúcuta; Pasto=San Juan de Pasto; Guadalajara de Buga=Buga; Barranquilla=巴兰基亚
CR: San José=圣何塞
CU: Havana=La Habana,哈瓦那,Habana
CZ: Prague=Praha,Praga,布拉格,Prag; Brno=Brünn,布尔诺; Pilsen=Plzeň; Ostrava=Ostrau
DE: Munich=München,Múnich,慕尼黑,Monaco di Baviera; Köln=Cologne,Colonia,科隆; Frankfurt am Main=Frankfurt,Frankfurt a.M.,Frankfurt a. Main,Frankfurt/M,Frankfurt/Main,Fráncfort,Francfort,法兰克福,Ffm; Frankfurt (Oder)=Frankfurt/Oder,Frankfurt a.d. Oder; Nürnberg=Nuremberg,Núremberg,纽伦堡; Hamburg=Hamburgo,汉堡; Berlin=Berlín,柏林; Stuttgart=斯图加特; Düsseldorf=杜塞尔多夫; Dresden=Dresde,德累斯顿; Leipzig=莱比锡; Hannover=Hanover,汉诺威; Bremen=不来梅; Dortmund=多特蒙德; Essen=埃森; Aachen=Aix-la-Chapelle,Aquisgrán; Mainz=Maguncia,Mayence; Regensburg=Ratisbona,Ratisbon; Freiburg=Freiburg im Breisgau,Freiburg i. Br.,Friburgo; Braunschweig=Brunswick; Augsburg=Augsburgo; Halle (Saale)=Halle/Saale,Halle a.d. Saale; Brandenburg an der Havel=Brandenburg; Wittenberg=Lutherstadt Wittenberg; Koblenz=Coblenza,Coblenz; Bonn=波恩; Trier=Tréveris,Trèves
DK: Copenhagen=København,Kobenhavn,Copenhague,哥本哈根,Kopenhagen,Kbh; Århus=Aarhus; Aalborg=Ålborg; Odense=欧登塞
DO: Santo Domingo=圣多明各,Sto. Domingo,Distrito Nacional; Santiago de los Caballeros=Santiago; Salvaleón de Higüey=Higüey; Concepción de La Vega=La Vega
EC: Quito=基多; Guayaquil=瓜亚基尔; Santo Domingo de los Colorados=Santo Domingo,Sto. Domingo
EG: Cairo=El Cairo,开罗,Le Caire; Alexandria=Alejandría,亚历山大
ES: Madrid=马德里,Madryt; Barcelona=巴塞罗那,Barna; Valencia=València,巴伦西亚,瓦伦西亚; Sevilla=Seville,塞维利亚,Séville; Zaragoza=Saragossa,萨拉戈萨,Saragosse; Málaga=马拉加; Bilbao=Bilbo,毕尔巴鄂; Gasteiz / Vitoria=Vitoria-Gasteiz; Donostia / San Sebastián=Donostia-San Sebastián,San Sebastian; Pamplona=Iruña,Pamplona/Iruña,Pampelune; A Coruña=La Coruña,Coruña,Corunna; Alicante=Alacant,Alicante/Alacant,阿利坎特; Elche=Elx,Elche/Elx; Castelló de la Plana=Castellón,Castellón de la Plana,Castelló; Lleida=Lérida; Girona=Gerona; Ourense=Orense; Palma=Palma de Mallorca,Palma Mallorca,帕尔马; Las Palmas de Gran Canaria=Las Palmas,Las Palmas de G.C.; Santa Cruz de Tenerife=S.C. Tenerife,Sta. Cruz Tenerife; Cadiz=Cádiz,Cadix; Córdoba=Cordova,科尔多瓦; Granada=格拉纳达,Grenade; Murcia=穆尔西亚; Gijón=Xixón; Oviedo=Uviéu; Getxo=Guecho; L'Hospitalet de Llobregat=Hospitalet,L'Hospitalet,Hospitalet de Llobregat; Santiago de Compostela=Santiago; La Laguna=San Cristóbal de La Laguna; Terrassa=Tarrasa; Gandia=Gandía; Torrent=Torrente; Barakaldo=Baracaldo; Ferrol=El Ferrol; Sant Cugat del Vallès=San Cugat; Ibiza=Eivissa; Maó=Mahón,Mahon,Maó-Mahón; San Blas-Canillejas=San Blas
FI: Helsinki=Helsingfors,赫尔辛基; Turku=Åbo; Tampere=Tammerfors; Oulu=Uleåborg; Espoo=Esbo; Vantaa=Vanda
FR: Paris=París,巴黎,Parigi; Marseille=Marseilles,Marsella,马赛; Lyon=Lyons,里昂; Strasbourg=Strassburg,Straßburg,Estrasburgo,斯特拉斯堡; Toulouse=Tolosa,图卢兹; Nice=Niza,尼斯; Nantes=南特; Bordeaux=Burdeos,波尔多; Lille=Lila,里尔; Montpellier=蒙彼利埃; Rouen=Ruan; Dunkerque=Dunkirk,Dunquerque; Avignon=Aviñón; Bayonne=Bayona; Perpignan=Perpiñán; Reims=Rheims; Mulhouse=Mülhausen; Versailles=Versalles; Grenoble=格勒诺布尔; Saint-Étienne=St. Etienne
GB: London=Londres,伦敦,Londra,City of London; Edinburgh=Edimburgo,爱丁堡,Édimbourg; Manchester=曼彻斯特; Birmingham=伯明翰; Liverpool=利物浦; Glasgow=格拉斯哥; Kingston upon Hull=Hull; Newcastle upon Tyne=Newcastle; Cardiff=Caerdydd,加的夫; Swansea=Abertawe; Belfast=贝尔法斯特; Bristol=布里斯托尔; Leeds=利兹; Southend-on-Sea=Southend; Londonderry County Borough=Londonderry,Derry; City of Westminster=Westminster
GR: Athens=Athina,Atenas,雅典,Αθήνα,Athen,Athènes; Thessaloníki=Salonica,Salónica,Θεσσαλονίκη,Saloniki; Piraeus=Pireo,El Pireo,Πειραιάς; Irákleion=Heraklion,Iraklio
GT: Guatemala City=Ciudad de Guatemala,Guatemala,危地马拉城; Quetzaltenango=Xela
HK: Hong Kong=香港,香港岛,Hongkong; Kowloon=九龙,九龍; Tsuen Wan=荃湾; Sha Tin=沙田; Tuen Mun=屯门; Tai Po=大埔; Wan Chai=湾仔; Sham Shui Po=深水埗; Central=中环; Yuen Long Kau Hui=Yuen Long,元朗
HN: Tegucigalpa=Distrito Central; Puerto Cortez=Puerto Cortés; Ciudad Choluteca=Choluteca
HU: Budapest=布达佩斯
ID: Jakarta=Yakarta,雅加达,Djakarta; Surabaya=泗水; Bandung=万隆
IE: Dublin=Dublín,都柏林,Baile Átha Cliath; Cork=Corcaigh; Gaillimh=Galway; Luimneach=Limerick; Waterford=Port Láirge
IL: Jerusalem=Jerusalén,耶路撒冷; Tel Aviv=Tel Aviv-Yafo,特拉维夫
IN: Mumbai=Bombay,孟买; Delhi=New Delhi,Nueva Delhi,新德里; Bengaluru=Bangalore,班加罗尔; Kolkata=Calcutta,Calcuta,加尔各答; Chennai=Madras,Madrás,金奈; Pune=Poona; Vadodara=Baroda; Cochin=Kochi
IR: Tehran=Teherán,德黑兰
IT: Rome=Roma,罗马,Rom; Milan=Milano,Milán,米兰,Mailand; Naples=Napoli,Nápoles,那不勒斯,Neapel; Turin=Torino,Turín,都灵; Genoa=Genova,Génova,热那亚,Gênes; Florence=Firenze,Florencia,佛罗伦萨,Florenz; Venice=Venezia,Venecia,威尼斯,Venedig,Mestre-Venezia; Padova=Padua,帕多瓦; Bologna=Bolonia,博洛尼亚; Reggio nell'Emilia=Reggio Emilia,Reggio d'Emilia; Reggio Calabria=Reggio di Calabria; Bolzano=Bozen; Mantova=Mantua; Siracusa=Syracuse; Livorno=Leghorn,Liorna; Palermo=巴勒莫; Bari=巴里; Verona=维罗纳; Trieste=Triest; Monza=蒙扎; Trento=Trient; Perugia=佩鲁贾; Forlì=Forli
JP: Tokyo=东京,東京,東京都,东京都,Tokio; Osaka=大阪,大阪市; Kyoto=京都,京都市,Kioto; Yokohama=横滨,横浜,横浜市; Nagoya=名古屋,名古屋市; Sapporo=札幌,札幌市; Kobe=神户,神戸,神戸市; Fukuoka=福冈,福岡,福岡市; Kawasaki=川崎,川崎市; Hiroshima=广岛,広島,広島市; Sendai=仙台,仙台市; Chiba=千叶,千葉,千葉市; Saitama=埼玉,さいたま; Nagasaki=长崎,長崎; Okayama=冈山,岡山; Niigata=新潟; Kumamoto=熊本; Shizuoka=静冈,静岡; Kanazawa=金泽,金沢
KR: Seoul=서울,서울특별시,首尔,首爾,汉城,Seúl; Busan=부산,부산광역시,釜山,Pusan; Incheon=인천,仁川,Inchon; Daegu=대구,大邱,Taegu; Daejeon=대전,大田,Taejon; Gwangju=광주,光州,Kwangju; Ulsan=울산,蔚山; Suwon=수원,水原
LU: Luxembourg=Luxemburgo,卢森堡,Luxemburg,Lëtzebuerg
MA: Casablanca=卡萨布兰卡,Dar el Beida; Marrakesh=Marrakech,马拉喀什; Tangier=Tánger,Tanger,丹吉尔; Fès=Fez; Tétouan=Tetuán; Rabat=拉巴特; Sale=Salé
MO: Macau=澳门,澳門,Macao
MX: Mexico City=México D.F.,México DF,México,D.F.,DF,CDMX,Ciudad de México,Cd. de México,Cd. México,Distrito Federal,墨西哥城; Guadalajara=瓜达拉哈拉,GDL; Monterrey=蒙特雷,Mty; Santiago de Querétaro=Querétaro,Qro; Victoria de Durango=Durango; Juárez=Ciudad Juárez,Cd. Juárez,华雷斯城; Ciudad Nezahualcoyotl=Nezahualcóyotl,Neza; Gustavo Adolfo Madero=Gustavo A. Madero; Puebla=Puebla de Zaragoza,Heroica Puebla de Zaragoza,普埃布拉; Tlaquepaque=San Pedro Tlaquepaque; Cancún=坎昆; Tijuana=蒂华纳; Mérida=梅里达; Heroica Matamoros=Matamoros; Ciudad López Mateos=Atizapán de Zaragoza; Coacalco=Coacalco de Berriozábal; Tuxtla=Tuxtla Gutiérrez; Oaxaca=Oaxaca de Juárez; Culiacán=Culiacán Rosales; Delegación Cuajimalpa de Morelos=Cuajimalpa; Chilpancingo=Chilpancingo de los Bravo; Ciudad Apodaca=Apodaca; Ciudad General Escobedo=General Escobedo,Escobedo; Ciudad Victoria=Cd. Victoria
MY: Kuala Lumpur=吉隆坡; Johor Bahru=新山; George Town=Penang,槟城
NL: The Hague=Den Haag,'s-Gravenhage,La Haya,海牙,La Haye,Den Haag Centrum; Amsterdam=Ámsterdam,阿姆斯特丹; Rotterdam=Róterdam,鹿特丹; Utrecht=乌得勒支; Eindhoven=埃因霍温; 's-Hertogenbosch=Den Bosch; Leiden=Leyden; Groningen=Groninga; Almere Stad=Almere
NO: Oslo=奥斯陆,Christiania; Bergen=卑尔根; Trondheim=特隆赫姆; Stavanger=斯塔万格
NZ: Auckland=奥克兰; Wellington=惠灵顿; Christchurch=基督城
PA: Panamá=Panama City,Ciudad de Panamá,Cd. de Panamá,Panama,巴拿马城
PE: Lima=利马,Lima Metropolitana,Cercado de Lima; Cusco=Cuzco,库斯科; Arequipa=阿雷基帕
PH: Manila=马尼拉; Quezon City=奎松市; Cebu City=Cebu,宿务
PL: Warsaw=Warszawa,Varsovia,华沙,Warschau,Varsovie; Kraków=Cracow,Cracovia,克拉科夫,Krakau; Wrocław=Breslau,Breslavia; Gdańsk=Danzig,格但斯克; Poznań=Posen; Łódź=Lodsch; Szczecin=Stettin; Katowice=Kattowitz; Bydgoszcz=Bromberg
PT: Lisbon=Lisboa,里斯本,Lissabon,Lisbonne; Porto=Oporto,波尔图; Vila Nova de Gaia=V.N. de Gaia,Gaia; Coimbra=科英布拉
PY: Asunción=亚松森; Ciudad del Este=东方市
RO: Bucharest=București,Bucarest,布加勒斯特,Bukarest; Iaşi=Jassy
RS: Belgrade=Beograd,Belgrado,贝尔格莱德,Београд,Belgrad
RU: Moscow=Moskva,Москва,Moscú,莫斯科,Moskau,Moscou; Saint Petersburg=Sankt-Peterburg,Санкт-Петербург,San Petersburgo,圣彼得堡,St Petersburg,Petersburg; Novosibirsk=Новосибирск,新西伯利亚; Yekaterinburg=Екатеринбург,Ekaterinburg; Vladivostok=Владивосток,海参崴,符拉迪沃斯托克; Kazan=Казань; Nizhniy Novgorod=Нижний Новгород,Nizhny Novgorod; Rostov-na-Donu=Ростов-на-Дону,Rostov-on-Don
SA: Riyadh=Riad,利雅得; Jeddah=Yeda,吉达; Mecca=La Meca,麦加
SE: Stockholm=Estocolmo,斯德哥尔摩; Göteborg=Gothenburg,Gotemburgo,哥德堡; Malmö=马尔默; Uppsala=Upsala
SG: Singapore=Singapur,新加坡,Singapour
SV: San Salvador=圣萨尔瓦多; Santa Tecla=Nueva San Salvador
TH: Bangkok=曼谷,Krung Thep,กรุงเทพมหานคร; Chiang Mai=清迈
TR: Istanbul=Estambul,伊斯坦布尔,Constantinople; Ankara=安卡拉; İzmir=Esmirna,伊兹密尔,Smyrna
TW: Taipei=台北,臺北,台北市,臺北市,Taipéi,新北,新北市,New Taipei,Taibei; Kaohsiung=高雄,高雄市,Gaoxiong; Taichung=台中,臺中,台中市,臺中市,Taizhong; Tainan=台南,臺南,台南市,臺南市; Hsinchu=新竹,新竹市,Xinzhu; Taoyuan City=桃园,桃園,桃园市,桃園市,Taoyuan; Keelung=基隆,基隆市; Banqiao=板桥,板橋; Hualien City=花莲,花蓮,Hualien; Taitung City=台东,臺東,Taitung; Yilan=宜兰,宜蘭; Nantou=南投; Douliu=斗六
UA: Kyiv=Kiev,Київ,Киев,基辅; Odessa=Odesa,敖德萨; Lviv=Lvov,Leópolis,Lemberg; Kharkiv=Kharkov,Járkov
US: New York City=New York,NYC,Nueva York,纽约,New York NY; Los Angeles=洛杉矶,L.A.,Los Ángeles; Chicago=芝加哥; San Francisco=旧金山,三藩市; Houston=休斯顿; Philadelphia=Filadelfia,费城; Washington, D.C.=Washington,Washington DC,华盛顿; Boston=波士顿; Seattle=西雅图; Miami=迈阿密; Las Vegas=拉斯维加斯; San Diego=圣迭戈,圣地亚哥; Dallas=达拉斯; Atlanta=亚特兰大; New Orleans=Nueva Orleans,新奥尔良; The Bronx=Bronx; Phoenix=Fénix,凤凰城; Detroit=底特律; Denver=丹佛; San Jose=圣何塞; Honolulu=檀香山; Portland=波特兰; Louisville=Louisville/Jefferson County; Nashville=纳什维尔,Nashville-Davidson
UY: Montevideo=蒙得维的亚
VE: Caracas=加拉加斯; Porlamar=Isla de Margarita,I. de Margarita,Isla Margarita,Margarita,玛格丽塔岛; Ciudad Guayana=Puerto Ordaz,Cd. Guayana; Coro=Santa Ana de Coro; Maracaibo=马拉开波; Petare=Sucre
VN: Ho Chi Minh City=Hồ Chí Minh,Thành phố Hồ Chí Minh,TP HCM,Saigon,Saigón,胡志明市,西贡; Hanoi=Hà Nội,Hanói,河内; Da Nang=Đà Nẵng,岘港; Haiphong=Hải Phòng,海防
ZA: Johannesburg=Johannesburgo,约翰内斯堡; Cape Town=Ciudad del Cabo,Kaapstad,开普敦
`
