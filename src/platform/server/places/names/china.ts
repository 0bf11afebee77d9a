/**
 * Chinese provinces and what lies directly below them: 'province|its Latin name|its seat: cities'. A city is found
 * by its pinyin within the province; where GeoNames calls it otherwise, '=' gives that name, '@' a point
 * (latitude,longitude of the seat) where the package holds none; '_' is a blank. Divisions as in GB/T 2260.
 */
export const chinese = `
北京市|Beijing|Beijing: 北京
天津市|Tianjin|Tianjin: 天津
上海市|Shanghai|Shanghai: 上海
重庆市|Chongqing|Chongqing: 重庆
河北省|Hebei|Shijiazhuang: 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水
山西省|Shanxi|Taiyuan: 太原 大同 阳泉 长治 晋城 朔州 晋中=Yuci 运城 忻州 临汾 吕梁=Lishi
内蒙古自治区|Inner Mongolia,Nei Mongol|Hohhot: 呼和浩特=Hohhot 包头@40.65,109.84 乌海 赤峰 通辽 鄂尔多斯=Dongsheng 呼伦贝尔=Hailar 巴彦淖尔=Bayan_Nur 乌兰察布=Jining 兴安=Ulanhot 锡林郭勒=Xilin_Hot 阿拉善=Bayan_Hot
辽宁省|Liaoning|Shenyang: 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦=Panshan 铁岭 朝阳 葫芦岛
吉林省|Jilin|Changchun: 长春 吉林 四平 辽源 通化 白山 松原 白城 延边=Yanji
黑龙江省|Heilongjiang|Harbin: 哈尔滨=Harbin 齐齐哈尔=Qiqihar 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河@45.8,131.0 牡丹江 黑河 绥化 大兴安岭@50.4,124.1
江苏省|Jiangsu|Nanjing: 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁@33.96,118.3
浙江省|Zhejiang|Hangzhou: 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌
安徽省|Anhui|Hefei: 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵@30.94,117.8 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城=Xuanzhou
福建省|Fujian|Fuzhou: 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德
江西省|Jiangxi|Nanchang: 南昌 景德镇 萍乡 九江 新余 鹰潭@28.25,117.05 赣州 吉安 宜春 抚州@27.95,116.36 上饶
山东省|Shandong|Jinan: 济南 青岛 淄博 枣庄 东营@37.43,118.67 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽
河南省|Henan|Zhengzhou: 郑州 开封 洛阳 平顶山 安阳 鹤壁@35.75,114.3 新乡 焦作 濮阳 许昌 漯河 三门峡@34.78,111.2 南阳 商丘 信阳 周口 驻马店 济源
湖北省|Hubei|Wuhan: 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门
湖南省|Hunan|Changsha: 长沙 株洲 湘潭 衡阳 邵阳@27.24,111.47 岳阳 常德 张家界 益阳 郴州 永州=Lengshuitan 怀化 娄底 湘西=Qianzhou
广东省|Guangdong|Guangzhou: 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮
广西壮族自治区|Guangxi|Nanning: 南宁 柳州 桂林 梧州 北海 防城港@21.65,108.35 钦州 贵港 玉林 百色 贺州=Babu 河池@24.7,108.05 来宾 崇左@22.4,107.35
海南省|Hainan|Haikou: 海口 三亚 三沙@16.83,112.33 儋州=Nada 琼海 文昌 万宁
四川省|Sichuan|Chengdu: 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山@30.05,103.85 宜宾 广安 达州 雅安=Yucheng 巴中 资阳=Yanjiang 阿坝=Barkam 甘孜=Kangding 凉山=Xichang
贵州省|Guizhou|Guiyang: 贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南@25.09,104.9 黔东南@26.58,107.97 黔南=Duyun
云南省|Yunnan|Kunming: 昆明 曲靖 玉溪 保山@25.12,99.17 昭通 丽江 普洱=Simao 临沧@23.88,100.09 楚雄@25.04,101.54 红河=Wenlan 文山 西双版纳=Jinghong 大理 德宏@24.43,98.58 怒江@25.85,98.85 迪庆=Shangri-La
西藏自治区|Tibet,Xizang|Lhasa: 拉萨=Lhasa 日喀则 昌都=Qamdo 林芝@29.65,94.36 山南=Naidong 那曲=Nagqu 阿里=Shiquanhe
陕西省|Shaanxi|Xi’an: 西安 铜川 宝鸡 咸阳 渭南 延安@36.6,109.49 汉中 榆林=Yulinshi 安康 商洛@33.87,109.94
甘肃省|Gansu|Lanzhou: 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳=Nanjie 定西 陇南 临夏=Linxia_Chengguanzhen 甘南=Hezuo
青海省|Qinghai|Xining: 西宁 海东@36.5,102.1 海北@36.95,100.9 黄南=Rongwo 海南=Qabqa 果洛=Dawu 玉树@33.0,97.0 海西=Delingha
宁夏回族自治区|Ningxia|Yinchuan: 银川 石嘴山=Dawukou 吴忠 固原@36.0,106.28 中卫
新疆维吾尔自治区|Xinjiang|Ürümqi: 乌鲁木齐=Ürümqi 克拉玛依=Karamay 吐鲁番=Turpan 哈密 昌吉 博尔塔拉@44.9,82.07 巴音郭楞=Korla 阿克苏=Aksu 克孜勒苏@39.71,76.17 喀什=Kashgar 和田=Hotan 伊犁 塔城 阿勒泰=Altay 石河子
`
