import type { Resident } from './resident.ts';
import { answering, say } from './resident.ts';

/** Speaks Cantonese only: a parcel that is missing from the lobby. */
export const cantoneseSpeaker: Resident = {
  id: 'cantonese-speaker',
  name: { zh: '何太', en: 'Mrs Ho' },
  summary: { zh: '只讲粤语，大堂的快递不见了', en: 'Speaks Cantonese; a parcel has gone from the lobby' },
  from: '+85261230006',
  language: 'yue',
  script: {
    answer: answering(
      {
        recipient: say('我想搵管理處嘅同事，我個速遞唔見咗'),
        caller: say('我姓何，一座18樓C'),
        number: say('六一二三，零零零六'),
        message: say('我係一座18樓C何太，尋日派到大堂嘅速遞唔見咗，麻煩你哋睇吓閉路電視，再打畀我，61230006，唔該'),
        confirm: say('啱呀'),
        other: say('唔好意思，我唔識講普通話'),
      },
      '61230006',
    ),
    talk: [
      { text: '喂，你好，我個速遞喺大堂唔見咗呀。' },
      { text: '我姓何，一座18樓C。', when: /姓|名|邊|哪|座|樓|楼/ },
      { text: '尋日下晝派到㗎，可唔可以幫我睇吓閉路電視？', when: /幾時|什么时候|几点|時間|时间/ },
      { text: '好呀，唔該晒，拜拜。', when: /睇|查|看|回電|回电|覆/ },
    ],
  },
};
