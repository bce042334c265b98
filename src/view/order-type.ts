/** The words an order's type needs in its own text and in the marks on its annexes. */
export interface OrderType {
  /** ПРИКАЗ */
  readonly heading: string;
  /** утверждён приказом */
  readonly instrumental: string;
  /** приложение к приказу */
  readonly dative: string;
}

const TYPES: Readonly<Record<string, OrderType>> = {
  приказ: { heading: 'ПРИКАЗ', instrumental: 'приказом', dative: 'приказу' },
  распоряжение: { heading: 'РАСПОРЯЖЕНИЕ', instrumental: 'распоряжением', dative: 'распоряжению' },
  постановление: { heading: 'ПОСТАНОВЛЕНИЕ', instrumental: 'постановлением', dative: 'постановлению' },
};

export type OrderTypeName = 'приказ' | 'распоряжение' | 'постановление';

/** An order whose type is not stated is a приказ. */
export function orderTypeName(stated: string | undefined): OrderTypeName {
  return stated === 'распоряжение' || stated === 'постановление' ? stated : 'приказ';
}

export function orderType(name: OrderTypeName): OrderType {
  return TYPES[name]!;
}
