"""Chinese characters that are one character: traditional, simplified, Japanese, older print.

Those that names are made of; from the tables everybody has (Unihan's kTraditionalVariant and
kSimplifiedVariant, the Japanese shinjitai), written by hand. Each group's first stands for all.
"""

from coalition.people.word_set import word_list

_GROUPS = word_list(
    "张張 刘劉 陈陳 杨楊 赵趙 黄黃 吴吳呉 孙孫 马馬 罗羅 郑鄭 谢謝 许許 韩韓 冯馮 邓鄧"
    " 萧蕭 苏蘇 卢盧 蒋蔣 贾賈 叶葉 钟鍾鐘 谭譚 陆陸 韦韋 邹鄒 龙龍竜 贺賀 顾顧 龚龔"
    " 万萬 钱錢 严嚴厳 汤湯 吕呂 齐齊斉 庄莊荘 颜顏顔 温溫 鲁魯 乔喬 赖賴頼 庞龐 兰蘭"
    " 欧歐 阳陽 诸諸 东東 宁寧 关關関 娄婁 闫閆閻阎 涂塗 丽麗 伟偉 华華 国國 军軍 强強"
    " 辉輝 荣榮栄 兴興 学學 晓曉暁 红紅 静靜 艳豔艷 凤鳳 云雲 莹瑩 颖穎 颂頌 宝寶 庆慶"
    " 贵貴 财財 发發発 义義 礼禮 爱愛 乐樂楽 实實実 广廣広 泽澤沢 滨濱浜 边邊辺邉 樱櫻桜"
    " 真眞 惠恵 德徳 高髙 崎﨑 斋齋斎 冈岡 岛島嶋嶌 桥橋 泷瀧滝 涩澁渋 铃鈴 药薬藥 渊淵渕"
    " 龟龜亀 绘繪絵 纯純 绫綾 织織 结結 纱紗 绪緒 经經経 纪紀 绍紹 维維 绮綺 缘緣縁 玛瑪"
    " 鸣鳴 鸿鴻 鹏鵬 鹤鶴 鸟鳥 剑劍剣 刚剛 创創 动動 务務 劲勁 劳勞労 协協 卫衛 历歷歴"
    " 县縣県 叙敘 双雙 变變変 圆圓円 园園 团團団 坚堅 坛壇 声聲 处處処 备備 头頭 奋奮"
    " 奖獎 妇婦 娇嬌 宪憲 宾賓 对對対 导導 寿壽 将將 尔爾 岁歲 岚嵐 帅帥 师師 带帶"
    " 应應応 庐廬 开開 异異 弯彎 归歸 录錄 忆憶 怀懷 恋戀 恒恆 悦悅 扬揚 择擇 拥擁 数數"
    " 时時 显顯顕 晋晉 晔曄 晖暉 术術 机機 权權権 条條 来來 枫楓 标標 栋棟 树樹 样樣様"
    " 桦樺 梦夢 楼樓 欢歡歓 毕畢 气氣気 汉漢 汇匯 沟溝 洁潔 浅淺 测測 济濟済 涛濤 润潤"
    " 渔漁 湾灣 满滿 灵靈霊 炼煉 点點 焕煥 爷爺 状狀 独獨 献獻 玺璽 环環 现現 珑瓏 琼瓊"
    " 电電 画畫 畅暢 监監 盘盤 砚硯 祯禎 祎禕 离離 种種 积積 稳穩 穷窮 笔筆 简簡 粮糧"
    " 绿綠緑 习習 翘翹 联聯 肃肅 胜勝 脉脈 舰艦 艺藝芸 节節 芦蘆 苍蒼 茎莖 荐薦 莱萊"
    " 莲蓮 获獲 蓝藍 虑慮 虽雖 补補 见見 观觀観 规規 视視 览覽覧 觉覺覚 触觸 计計 让讓"
    " 训訓 记記 讯訊 论論 设設 诗詩 诚誠 话話 语語 调調 谊誼 谦謙 谨謹 赞贊 赢贏 跃躍"
    " 车車 轩軒 达達 迁遷 运運 进進 远遠 连連 迟遲 邱丘 释釋釈 里裡 银銀 锋鋒 锐銳鋭"
    " 锦錦 镇鎮 镜鏡 长長 门門 间間 闻聞 闽閩 阁閣 际際 随隨 难難 韵韻 顶頂 顺順 须須"
    " 预預 领領 频頻 颗顆 风風 飞飛 饶饒 驰馳 骄驕 骏駿 骥驥 鱼魚 鲜鮮"
)
TO_ONE = {ord(other): group[0] for group in _GROUPS for other in group[1:]}
"""For ``str.translate``: each character by the first of its group."""
