"""What translators make of the five alert markers, in many languages: words only."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_WORDS = {
    "NOTE": """
        note notes notice remarque remarques nota notas notitie notities opmerking opmerkingen
        hinweis hinweise anmerkung anmerkungen observação observações observacao observación
        anotación anotação annotazione osservazione avviso-nota bemerkung bemerk merk obs
        anmärkning bemærk bemærkning huomautus huomio uwaga uwagi poznámka megjegyzés not notlar
        сноска примечание заметка примітка σημείωση observație napomena opomba märkus pastaba
        piezīme бележка 注 注意事项 注記 メモ 备注 備考 附注 說明 说明 备忘 備註 참고 참고사항 메모 ملاحظة הערה catatan
        ghi-chú lưu-ý หมายเหตุ टिप्पणी
    """,
    "TIP": """
        tip tips conseil conseils astuce astuces consejo sugerencia suggerimento consiglio dica
        dicas tipp tipps hinweis-tipp vinkki wskazówka porada tippek ipucu совет подсказка
        порада συμβουλή sfat savjet nasvet näpunäide patarimas padoms съвет ヒント 提示 技巧 小提示 팁 도움말
        تلميح עצה petunjuk mẹo เคล็ดลับ युक्ति
    """,
    "IMPORTANT": """
        important importante importantes belangrijk wichtig wichtige viktigt viktig vigtigt
        tärkeää ważne důležité důležitý fontos önemli важно важливо σημαντικό pomembno važno
        oluline svarbu svarīgi dôležité 重要 重要事项 重要事項 重要提示 중요 مهم חשוב penting quan-trọng สำคัญ
        महत्वपूर्ण
    """,
    "WARNING": """
        warning warnings avertissement advertencia advertencias avviso avvertenza avvertimento
        avvertenze aviso avisos waarschuwing waarschuwingen warnung warnungen varning advarsel
        varoitus ostrzeżenie upozornění upozornenie figyelmeztetés uyarı предупреждение
        попередження προειδοποίηση avertisment upozorenje opozorilo hoiatus įspėjimas
        brīdinājums 警告 경고 تحذير אזהרה peringatan cảnh-báo คำเตือน चेतावनी
    """,
    "CAUTION": """
        caution attention precaución precaution attenzione cuidado atenção atención voorzichtig
        voorzichtigheid let-op achtung vorsicht försiktighet forsiktig forsigtig przestroga
        pozor vigyázat dikkat внимание осторожно увага προσοχή atenție oprez 注意 小心 警示 주의 تنبيه
        זהירות perhatian thận-trọng ข้อควรระวัง सावधानी
    """,
}

MARKERS: Mapping[str, str] = MappingProxyType(
    {word.replace("-", " "): marker for marker, words in _WORDS.items() for word in words.split()}
)
"""The marker that is meant by a word in lower case."""
