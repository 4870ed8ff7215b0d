//! Words of the statement on accessibility.

use super::words;

words! {
    accessibility: "Қолжетімділік", "Доступность", "Accessibility";
    accessibility_text: "Бағыт бәріне ашық болуға тиіс: пернетақтамен, экран оқитын бағдарламамен, ірі мәтінмен, кез келген түстермен. Мақсат — WCAG 2.2, AA деңгейі.",
        "Бағыт должен быть открыт всем: с клавиатуры, с программой чтения с экрана, с крупным текстом, в любых цветах. Цель — WCAG 2.2, уровень AA.",
        "Bagyt is meant for everyone: by keyboard, with a screen reader, with large text, in any colours. The aim is WCAG 2.2, level AA.";
    how_checked: "Қалай тексерілді", "Как проверено", "How it was checked";
    checked_by_rules: "Бағдарлама өзгерген сайын axe-core құралы әр түрдегі бетті үш тілде, ашық және күңгірт безендіруде, тар және кең экранда, кестелері ашық күйде қарайды әрі бірде-бір кемшілік таппауға тиіс.",
        "При каждом изменении программы axe-core просматривает страницы каждого вида на трёх языках, в светлом и тёмном оформлении, на узком и широком экране, с открытыми таблицами, и не должен найти ни одного нарушения.",
        "At every change of the program axe-core looks at pages of each sort in three languages, in the light and the dark theme, on a narrow and a wide screen, with tables open, and must find no violation.";
    checked_by_keyboard: "Сынақ бағдарламасы беттерді пернетақтамен аралайды: фокус ретімен жүре ме, көріне ме, еш жерде тұрып қалмай ма. Ені 320 пиксел экран, 200% және 400% үлкейту, аралығы кеңейтілген мәтін, азайтылған қозғалыс және жүйе белгілеген түстер де тексеріледі.",
        "Тестовая программа проходит страницы с клавиатуры: идёт ли фокус по порядку, виден ли он, не застревает ли. Проверяются также экран шириной 320 пикселей, увеличение до 200 и 400 %, разреженный текст, уменьшенное движение и цвета, заданные системой.",
        "A test program walks the pages by keyboard: whether the focus keeps its order, is seen, and gets caught nowhere. A screen 320 pixels wide, a zoom of 200% and 400%, wider text spacing, reduced motion and the system’s own colours are tried as well.";
    checked_in_engines: "Беттер үш браузер қозғалтқышында ашып көріледі: Chromium, Firefox және WebKit.",
        "Страницы открываются в трёх браузерных движках: Chromium, Firefox и WebKit.",
        "Pages are opened in three browser engines: Chromium, Firefox and WebKit.";
    known_gaps: "Белгілі кемшіліктер", "Известные недостатки", "Known gaps";
    gap_people: "Сайт әзірге экран оқитын бағдарламамен де, мүмкіндігі шектеулі оқырмандардың қатысуымен де сыналған жоқ: жоғарыдағының бәрін бағдарламалар тексерді.",
        "Сайт ещё не испытан ни с программами чтения с экрана, ни с участием людей с инвалидностью: всё перечисленное проверяли программы.",
        "The site has not yet been tried with screen readers, nor by people with disabilities: all of the above was checked by programs.";
    gap_charts: "Сызбадағы жазулар мәтін аралығының баптауына бағынбайды, оларды белгілеп алуға болмайды. Сол мәндердің бәрі сызбаның астындағы кестеде бар және пернетақтамен бір-бірден оқылады.",
        "Надписи на графиках не следуют настройкам разрядки текста, их нельзя выделить. Все те же значения есть в таблице под графиком и читаются по одному с клавиатуры.",
        "Words inside charts do not follow settings of text spacing and cannot be selected. The same values are all in the table below each chart and are read out one by one from the keyboard.";
    gap_font: "Сызбалардағы және ұзын жазбалар кестесіндегі мәтін браузердегі үлкейтуге бағынады, бірақ браузер баптауындағы әріп өлшеміне бағынбайды.",
        "Текст на графиках и в длинной таблице записей следует увеличению в браузере, но не размеру шрифта из его настроек.",
        "Text in charts and in a long table of records follows the browser’s zoom, but not the font size set in its preferences.";
    gap_sideways: "Кең кестелерді, ал тар экранда сүзгілерді де бүйіріне қарай жылжыту керек.",
        "Широкие таблицы, а на узком экране и фильтры, прокручиваются вбок.",
        "Wide tables, and on a narrow screen the filters too, are scrolled sideways.";
    gap_elsewhere: "Сілтеме жасалған басқа сайттар мен құжаттар тексерілген жоқ.",
        "Другие сайты и документы, на которые ведут ссылки, не проверялись.",
        "Other sites and documents that links lead to have not been checked.";
    statement_date: "Мәлімдеменің күні", "Дата заявления", "Date of this statement";
    report_obstacle: "Сізге бірдеңе кедергі болса", "Если вам что-то мешает", "If something stands in your way";
    report_obstacle_text: "Беттің мекенжайын, не істемек болғаныңызды және нені пайдаланатыныңызды жазыңыз.",
        "Напишите адрес страницы, что вы хотели сделать и чем пользуетесь.",
        "Write the address of the page, what you wanted to do and what you use.";
    no_contact: "Жариялаушы хат жазатын мекенжайын көрсетпеген.",
        "Издатель не указал, куда писать.",
        "The publisher has named no address to write to.";
}
