export type OrderTypeName = 'приказ' | 'распоряжение' | 'постановление';
/** The mark on an annex may name the decision of a council as well. */
type ActTypeName = OrderTypeName | 'решение';

/** The words an order's type needs in its own text and in the marks on its annexes. */
export interface OrderType {
  /** ПРИКАЗ */
  readonly heading: string;
  /** утверждён приказом */
  readonly instrumental: string;
  /** приложение к приказу */
  readonly dative: string;
  /** в редакции приказа */
  readonly genitive: string;
  /** в редакции приказов */
  readonly genitivePlural: string;
}

const TYPES: Readonly<Record<ActTypeName, OrderType>> = {
  приказ: {
    heading: 'ПРИКАЗ',
    instrumental: 'приказом',
    dative: 'приказу',
    genitive: 'приказа',
    genitivePlural: 'приказов',
  },
  распоряжение: {
    heading: 'РАСПОРЯЖЕНИЕ',
    instrumental: 'распоряжением',
    dative: 'распоряжению',
    genitive: 'распоряжения',
    genitivePlural: 'распоряжений',
  },
  постановление: {
    heading: 'ПОСТАНОВЛЕНИЕ',
    instrumental: 'постановлением',
    dative: 'постановлению',
    genitive: 'постановления',
    genitivePlural: 'постановлений',
  },
  решение: {
    heading: 'РЕШЕНИЕ',
    instrumental: 'решением',
    dative: 'решению',
    genitive: 'решения',
    genitivePlural: 'решений',
  },
};

/** An order whose type is not stated is a приказ. */
export function orderTypeName(stated: string | undefined): OrderTypeName {
  return stated === 'распоряжение' || stated === 'постановление' ? stated : 'приказ';
}

/** The same of the act that a mark names. */
export function actTypeName(stated: string | undefined): ActTypeName {
  return stated === 'решение' ? stated : orderTypeName(stated);
}

export function orderType(name: ActTypeName): OrderType {
  return TYPES[name];
}
