import type { Act } from '../script.ts';
import type { Resident } from './resident.ts';
import { answering, say } from './resident.ts';

const slowly = (text: string): Act => say(text, { thinkMs: 3500, speakMs: text.length * 420, confidence: 0.62 });

const answer = answering(
  {
    recipient: slowly('喂，你是管理处吗，我找那个，那个修灯的师傅'),
    caller: slowly('我姓孙，住在六栋，六栋201'),
    number: slowly('电话啊，电话是一三八，零零一三，八零零七'),
    message: slowly('楼道里的灯坏了三天了，我年纪大了，晚上看不见，摔了怎么办，你们来修一修'),
    confirm: slowly('啊，对，对'),
    other: slowly('你说什么？我听不清楚'),
  },
  '13800138007',
);

/** An elderly man: slow to answer, needs to hear a question twice, is recognised badly. */
export const elderlyCaller: Resident = {
  id: 'elderly-caller',
  name: { zh: '孙大爷', en: 'Old Mr Sun' },
  summary: { zh: '老人家，说话慢，第一遍常听不清，楼道灯坏了', en: 'An elderly caller, slow, often misses a question the first time; the corridor light is out' },
  from: '+8613800138007',
  language: 'zh-CN',
  script: {
    // The first question of all he misses: he is still looking for his glasses.
    answer: (prompt) => (prompt.turn === 0 && prompt.askedBefore === 0 ? { do: 'nothing' } : answer(prompt)),
    talk: [
      { text: '喂，喂？是管理处吗？', thinkMs: 2500 },
      { text: '楼道里的灯坏了三天了，晚上看不见啊。', thinkMs: 2500 },
      { text: '你说什么？大声一点，我耳朵不好。', when: /贵姓|哪|房/, thinkMs: 3000 },
      { text: '哦，我姓孙，六栋201。', thinkMs: 3000 },
      { text: '好，好，谢谢你啊，姑娘。', when: /安排|师傅|修/, thinkMs: 2500 },
    ],
    patienceMs: 9000,
    hangsUpAfterTalkMs: 5000,
  },
};
