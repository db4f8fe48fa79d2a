// What the calculator's page says, in both languages.

const TEXTS = {
  zh: {
    loading: "正在读取目录…",
    failed: "没有读到目录的数据，暂时不能测算。",
    none: "目前没有列入目录的产品，不能测算。",
    working: "正在计算…",
    tooMuch: "金额太大，不能测算。",
    product: "产品",
    productHint: "输入名称或编号",
    amount: "合同金额（元）",
    quantity: (/** @type {string} */ name) => `数量：${name}`,
    otherFunding: "本项已获其他财政资金支持",
    remove: "删去",
    removeLine: (/** @type {number} */ n) => `删去第 ${n} 项`,
    line: (/** @type {number} */ n) => `第 ${n} 项`,
    voucher: "服务券",
    category: "目录",
    drawn: "金额（元）",
    year: "年份",
    choose: "请选择",
    needProduct: "请从列表中选一个列入目录的产品。",
    needAmount: "请填数量，或填合同金额。",
    needMoney: "请填金额，最多两位小数，如 120000.00。",
    needNumber: "请填大于 0 的数。",
    needDay: "请填申领日。",
    needYear: "请填年份。",
    needChoice: "请选择服务券和目录。",
    needVoucher: "请选择服务券。",
    supplier: "供应商",
    whole: "服务券总额",
    usedUp: "已用额度（元）",
    needLine: "请至少填一项产品。",
    mend: (/** @type {number} */ n) => `有 ${n} 处需要改正。`,
    base: "合计金额",
    subsidy: "奖补",
    share: "企业自付",
    claims: "申领项数",
    yuan: "元",
    lines: "逐项结果",
    heads: ["产品", "金额（元）", "计算步骤", "奖补（元）"],
    noAmount: "无金额",
    under: (/** @type {string} */ voucher, /** @type {string} */ category) => `${voucher}：${category}`,
    exact: "已证明没有更好的申领组合。",
    most: "奖补已是最多；申领项数是否最少没有逐一证明。",
    bound: (/** @type {string} */ most) => `没有逐一证明；任何组合都不超过 ${most} 元。`,
    used: (/** @type {string} */ name, /** @type {number} */ claims, /** @type {string} */ yuan) => `${name}：申领 ${claims} 项，奖补 ${yuan} 元`,
    evidence: "兑现时要交的材料：",
    unusable: (/** @type {string} */ name) => `${name}：不能使用`,
    refused: (/** @type {string} */ voucher, /** @type {string} */ why) => `${voucher}：${why}`,
    as: (/** @type {string} */ on) => `按 ${on} 的目录测算，结果不是审批结论，以主管部门的发布和审核为准。`,
    example: "示例：比例、限额和价格均为虚构，不能当作任何政策。",
    and: "；",
  },
  en: {
    loading: "Reading the catalogue…",
    failed: "The catalogue's data could not be read; nothing can be worked out now.",
    none: "No product is listed at present, so nothing can be worked out.",
    working: "Working it out…",
    tooMuch: "The amounts are beyond what can be worked out.",
    product: "Product",
    productHint: "name or id",
    amount: "Amount of the contract (CNY)",
    quantity: (/** @type {string} */ name) => `Quantity: ${name}`,
    otherFunding: "This line is funded by other public money",
    remove: "Remove",
    removeLine: (/** @type {number} */ n) => `Remove line ${n}`,
    line: (/** @type {number} */ n) => `Line ${n}`,
    voucher: "Programme",
    category: "Category",
    drawn: "Amount (CNY)",
    year: "Year",
    choose: "choose",
    needProduct: "Choose a listed product from the list.",
    needAmount: "Give quantities or the amount of the contract.",
    needMoney: "Give an amount with at most two decimals, 120000.00, say.",
    needNumber: "Give a number above 0.",
    needDay: "Give the day of the claim.",
    needYear: "Give the year.",
    needChoice: "Choose programme and category.",
    needVoucher: "Choose a programme.",
    supplier: "Supplier",
    whole: "total of the programme",
    usedUp: "Used up (CNY)",
    needLine: "Give at least one product.",
    mend: (/** @type {number} */ n) => (n === 1 ? "One field needs to be corrected." : `${n} fields need to be corrected.`),
    base: "In all",
    subsidy: "Paid by vouchers",
    share: "The enterprise's share",
    claims: "Claims",
    yuan: "CNY",
    lines: "Line by line",
    heads: ["Product", "Amount (CNY)", "Steps", "Paid (CNY)"],
    noAmount: "no amount",
    under: (/** @type {string} */ voucher, /** @type {string} */ category) => `${voucher}: ${category}`,
    exact: "Proven: no other choice of claims is better.",
    most: "No choice pays more; whether fewer claims would do is not proven.",
    bound: (/** @type {string} */ most) => `Not proven; no choice of claims can exceed CNY ${most}.`,
    used: (/** @type {string} */ name, /** @type {number} */ claims, /** @type {string} */ yuan) => `${name}: ${claims} ${claims === 1 ? "claim" : "claims"}, CNY ${yuan}`,
    evidence: "Evidence to bring for redemption:",
    unusable: (/** @type {string} */ name) => `${name}: cannot be used`,
    refused: (/** @type {string} */ voucher, /** @type {string} */ why) => `${voucher}: ${why}`,
    as: (/** @type {string} */ on) => `By the catalogue of ${on}. This decides nothing; what counts is what the authority releases and approves.`,
    example: "Illustrative: ratios, ceilings and prices are invented and are no policy.",
    and: "; ",
  },
};

export const LANG = document.documentElement.lang.toLowerCase().startsWith("en") ? "en" : "zh";
export const TEXT = TEXTS[LANG];

/**
 * A text of the data in the page's language, Chinese where there is no English.
 * @param {{zh: string, en: string}} text
 */
export const named = (text) => (LANG === "en" && text.en) || text.zh;

/**
 * An element with a text and attributes.
 * @param {string} tag
 * @param {string} text
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 */
export function element(tag, text = "", attributes = {}, ...children) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * 分 as yuan with two decimals and thousands apart.
 * @param {number} fen
 */
export function yuan(fen) {
  const whole = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${whole}.${String(fen % 100).padStart(2, "0")}`;
}
