"""Rows that add up the others: "Total", "Summe", "合計"."""

from coalition.exchange.header_words import word_set, words_of

_TOTAL = word_set(
    """
    total totals sum subtotal grand overall gesamt gesamtsumme gesamtergebnis insgesamt summe
    zwischensumme endsumme somme général générale ensemble totale generale complessivo somma suma
    geral soma totaal totaalbedrag eindtotaal subtotaal totalt summa samlet sammenlagt yhteensä
    razem ogółem celkem součet összesen toplam σύνολο итого всего итог сумма общий разом усього
    المجموع الإجمالي مجموع إجمالي الكلي סהכ 合計 小計 総計 总计 合计 小计 總計 合計數 합계 총계 소계
    """
)

_LONGEST = 40


def is_total(text: str) -> bool:
    """Whether ``text`` says that its row adds up others: no word in it could be a tag's own."""
    if len(text) > _LONGEST:
        return False
    words = words_of(text.replace('"', "").replace("״", ""))
    return bool(words) and _TOTAL.issuperset(words)
