/**
 * What WhatsApp writes on an iPhone behind its mark in place of media, a missed call or a deleted message, in the languages that it is shipped
 * in. Only behind the mark are they looked for: some are sentences that a person could write. Nearly all are written from knowledge of the
 * language and were seen in no export (docs/formats/sources/whatsapp.md, "Words of the app"); one that is missing or misspelt costs a flag and no word.
 *
 * In comparing form: lower case, without invisible marks, without a full stop at the end.
 */

/** Media left out of the export: picture, film, sound, sticker, GIF, document, contact, round film, by language. */
export const omittedWords: readonly string[] = [
  "video message omitted", "voice note omitted", "contact omitted", "file omitted", "location omitted", "album omitted",
  // ar
  "الصورة غير مدرجة", "لم يتم إدراج صورة", "تم استبعاد الصورة", "تم حذف الصورة", "الصورة محذوفة", "الفيديو غير مدرج", "لم يتم إدراج الفيديو", "لم يتم إدراج فيديو", "تم استبعاد الفيديو", "تم حذف الفيديو", "الصوت غير مدرج", "لم يتم إدراج الصوت", "لم يتم إدراج المقطع الصوتي", "تم استبعاد الصوت", "الملصق غير مدرج", "لم يتم إدراج الملصق", "تم استبعاد الملصق", "لم يتم إدراج gif", "لم يتم إدراج المستند", "المستند غير مدرج", "تم استبعاد المستند", "لم يتم إدراج بطاقة جهة الاتصال", "لم يتم إدراج جهة الاتصال",
  // az
  "şəkil buraxılıb", "şəkil daxil edilməyib", "video buraxılıb", "video daxil edilməyib", "audio buraxılıb", "audio daxil edilməyib", "stiker buraxılıb", "gif buraxılıb", "sənəd buraxılıb",
  // bg
  "изображението е пропуснато", "пропуснато изображение", "снимката е пропусната", "видеото е пропуснато", "видеоклипът е пропуснат", "пропуснато видео", "аудиото е пропуснато", "аудиоклипът е пропуснат", "стикерът е пропуснат", "gif файлът е пропуснат", "документът е пропуснат", "картата на контакта е пропусната",
  // bn
  "ছবি বাদ দেওয়া হয়েছে", "ইমেজ বাদ দেওয়া হয়েছে", "চিত্র বাদ দেওয়া হয়েছে", "ভিডিও বাদ দেওয়া হয়েছে", "অডিও বাদ দেওয়া হয়েছে", "স্টিকার বাদ দেওয়া হয়েছে", "gif বাদ দেওয়া হয়েছে", "জিআইএফ বাদ দেওয়া হয়েছে", "ডকুমেন্ট বাদ দেওয়া হয়েছে", "কন্টাক্ট কার্ড বাদ দেওয়া হয়েছে",
  // ca
  "imatge omesa", "s'ha omès la imatge", "vídeo omès", "s'ha omès el vídeo", "àudio omès", "s'ha omès l'àudio", "adhesiu omès", "gif omès", "document omès", "targeta de contacte omesa",
  // cs
  "obrázek vynechán", "obrázek byl vynechán", "video vynecháno", "video bylo vynecháno", "zvuk vynechán", "zvuk byl vynechán", "audio vynecháno", "samolepka vynechána", "nálepka vynechána", "dokument vynechán", "dokument byl vynechán", "vizitka vynechána", "karta kontaktu vynechána",
  // da
  "billede udeladt", "billedet er udeladt", "video udeladt", "videoen er udeladt", "lyd udeladt", "lydfil udeladt", "klistermærke udeladt", "sticker udeladt", "gif udeladt", "dokument udeladt", "kontaktkort udeladt",
  // de
  "foto weggelassen", "bild ausgelassen", "video ausgelassen", "audio ausgelassen", "sticker ausgelassen", "gif ausgelassen", "dokument ausgelassen", "kontaktkarte weggelassen",
  // el
  "η εικόνα παραλείφθηκε", "εικόνα παραλείφθηκε", "παραλείφθηκε εικόνα", "παράλειψη εικόνας", "εικόνα που παραλείφθηκε", "το βίντεο παραλείφθηκε", "βίντεο παραλείφθηκε", "παραλείφθηκε βίντεο", "παράλειψη βίντεο", "βίντεο που παραλείφθηκε", "ο ήχος παραλείφθηκε", "ήχος παραλείφθηκε", "παραλείφθηκε ήχος", "το αυτοκόλλητο παραλείφθηκε", "αυτοκόλλητο παραλείφθηκε", "παραλείφθηκε αυτοκόλλητο", "το gif παραλείφθηκε", "gif παραλείφθηκε", "παραλείφθηκε gif", "το έγγραφο παραλείφθηκε", "έγγραφο παραλείφθηκε", "παραλείφθηκε έγγραφο", "η κάρτα επαφής παραλείφθηκε", "κάρτα επαφής παραλείφθηκε",
  // es
  "foto omitida", "audio omitida", "gif omitida", "vídeo omitida", "nota de video omitida", "contacto omitido", "tarjeta de contacto omitido", "documento omitida",
  // et
  "pilt välja jäetud", "pilt jäeti välja", "pilt on välja jäetud", "video välja jäetud", "video jäeti välja", "heli välja jäetud", "kleebis välja jäetud", "gif välja jäetud", "dokument välja jäetud", "kontaktikaart välja jäetud",
  // fa
  "تصویر حذف شد", "تصویر حذف شده", "تصویر حذف شده است", "عکس حذف شد", "عکس حذف شده", "ویدیو حذف شد", "ویدیو حذف شده", "ویدئو حذف شد", "ویدئو حذف شده", "ویدیو حذف شده است", "صدا حذف شد", "صوت حذف شد", "صدا حذف شده", "استیکر حذف شد", "برچسب حذف شد", "gif حذف شد", "سند حذف شد", "کارت مخاطب حذف شد",
  // fi
  "kuva jätetty pois", "kuva jätettiin pois", "video jätetty pois", "video jätettiin pois", "ääni jätetty pois", "ääni jätettiin pois", "äänitiedosto jätetty pois", "tarra jätetty pois", "tarra jätettiin pois", "gif jätetty pois", "gif jätettiin pois", "asiakirja jätetty pois", "asiakirja jätettiin pois", "yhteystietokortti jätetty pois",
  // fil
  "inalis ang larawan", "hindi isinama ang larawan", "tinanggal ang larawan", "inalis ang video", "hindi isinama ang video", "inalis ang audio", "hindi isinama ang audio", "inalis ang sticker", "inalis ang gif", "inalis ang dokumento",
  // fr
  "image omise", "photo absente", "photo omise", "vidéo omise", "audio absent", "sticker omise", "sticker absent", "gif absent", "gif omis", "document absent", "document omis", "fiche contact absente", "fiche contact omise", "note vidéo absente",
  // gu
  "છબી કાઢી નાખી", "છબી છોડી દીધી", "ઇમેજ કાઢી નાખી", "ફોટો કાઢી નાખ્યો", "છબી બાકાત", "વિડિઓ કાઢી નાખી", "વિડિઓ કાઢી નાખ્યો", "વીડિયો કાઢી નાખ્યો", "વિડિયો કાઢી નાખ્યો", "વિડિઓ છોડી દીધી", "ઑડિઓ કાઢી નાખ્યો", "ઑડિયો કાઢી નાખ્યો", "સ્ટિકર કાઢી નાખ્યું", "gif કાઢી નાખ્યું", "દસ્તાવેજ કાઢી નાખ્યો",
  // he
  "התמונה הושמטה", "תמונה הושמטה", "התמונה לא נכללה", "תמונה לא נכללה", "הסרטון הושמט", "סרטון הושמט", "סרטון הווידאו הושמט", "וידאו הושמט", "הווידאו הושמט", "הסרטון לא נכלל", "האודיו הושמט", "אודיו הושמט", "קובץ השמע הושמט", "השמע הושמט", "שמע הושמט", "הסטיקר הושמט", "סטיקר הושמט", "המדבקה הושמטה", "מדבקה הושמטה", "gif הושמט", "ה-gif הושמט", "המסמך הושמט", "מסמך הושמט", "כרטיס איש הקשר הושמט", "כרטיס איש קשר הושמט",
  // hi
  "चित्र हटाया गया", "चित्र छोड़ा गया", "चित्र छोड़ दिया गया", "इमेज हटाई गई", "फ़ोटो छोड़ी गई", "फोटो छोड़ा गया", "फ़ोटो हटाई गई", "तस्वीर छोड़ी गई", "वीडियो छोड़ा गया", "वीडियो हटाया गया", "वीडियो छोड़ दिया गया", "ऑडियो छोड़ा गया", "ऑडियो हटाया गया", "स्टिकर छोड़ा गया", "स्टीकर छोड़ा गया", "gif छोड़ा गया", "gif छोड़ी गई", "दस्तावेज़ छोड़ा गया", "डॉक्यूमेंट छोड़ा गया", "संपर्क कार्ड छोड़ा गया",
  // hr
  "slika izostavljena", "slika je izostavljena", "izostavljena slika", "fotografija izostavljena", "videozapis izostavljen", "videozapis je izostavljen", "video izostavljen", "video je izostavljen", "zvuk izostavljen", "audiozapis izostavljen", "audio izostavljen", "naljepnica izostavljena", "gif izostavljen", "dokument izostavljen", "dokument je izostavljen", "kartica kontakta izostavljena",
  // hu
  "kép kihagyva", "kép mellőzve", "kép elhagyva", "a kép kimaradt", "kép kimaradt", "videó kihagyva", "videó mellőzve", "videó elhagyva", "a videó kimaradt", "videó kimaradt", "hang kihagyva", "hang mellőzve", "hangfájl kihagyva", "audió kihagyva", "matrica kihagyva", "matrica mellőzve", "gif kihagyva", "gif mellőzve", "dokumentum kihagyva", "dokumentum mellőzve", "névjegykártya kihagyva", "névjegy kihagyva",
  // id
  "gambar tidak disertakan", "foto tidak disertakan", "gambar dihilangkan", "video tidak disertakan", "audio tidak disertakan", "stiker tidak disertakan", "gif tidak disertakan", "dokumen tidak disertakan", "kartu kontak tidak disertakan",
  // it
  "foto omessa", "immagine non inclusa", "video non incluso", "audio non incluso", "sticker omesso", "gif omessa", "documento non incluso", "scheda contatto non inclusa", "contatto omesso",
  // ja
  "画像が省略されました", "画像は省略されました", "画像省略", "写真は含まれていません", "動画は含まれていません", "動画が省略されました", "ビデオは含まれていません", "ビデオが省略されました", "音声は含まれていません", "オーディオは含まれていません", "音声が省略されました", "スタンプは含まれていません", "ステッカーは含まれていません", "スタンプが省略されました", "gifは含まれていません", "gifが省略されました", "ドキュメントは含まれていません", "文書は含まれていません", "ドキュメントが省略されました", "連絡先カードは含まれていません", "連絡先は含まれていません",
  // kk
  "сурет қосылмаған", "сурет қалдырылған", "сурет жіберілмеген", "бейне қосылмаған", "видео қосылмаған", "видео қалдырылған", "аудио қосылмаған", "аудио қалдырылған", "стикер қосылмаған", "gif қосылмаған", "құжат қосылмаған",
  // kn
  "ಚಿತ್ರವನ್ನು ಬಿಡಲಾಗಿದೆ", "ಇಮೇಜ್ ಬಿಡಲಾಗಿದೆ", "ಫೋಟೋ ಬಿಡಲಾಗಿದೆ", "ವೀಡಿಯೊ ಬಿಡಲಾಗಿದೆ", "ವೀಡಿಯೊವನ್ನು ಬಿಡಲಾಗಿದೆ", "ವಿಡಿಯೋ ಬಿಡಲಾಗಿದೆ", "ಆಡಿಯೊ ಬಿಡಲಾಗಿದೆ", "ಆಡಿಯೊವನ್ನು ಬಿಡಲಾಗಿದೆ", "ಸ್ಟಿಕ್ಕರ್ ಬಿಡಲಾಗಿದೆ", "gif ಬಿಡಲಾಗಿದೆ", "ಡಾಕ್ಯುಮೆಂಟ್ ಬಿಡಲಾಗಿದೆ",
  // ko
  "이미지 생략됨", "이미지가 생략됨", "이미지 생략", "이미지 제외됨", "사진 생략됨", "사진이 생략되었습니다", "이미지가 생략되었습니다", "동영상 생략됨", "동영상이 생략됨", "동영상 제외됨", "비디오 생략됨", "동영상이 생략되었습니다", "오디오 생략됨", "오디오 제외됨", "음성 생략됨", "스티커 생략됨", "스티커 제외됨", "gif 생략됨", "gif 제외됨", "문서 생략됨", "문서 제외됨", "연락처 카드 생략됨", "연락처 생략됨", "연락처 카드 제외됨",
  // lt
  "paveikslėlis praleistas", "vaizdas praleistas", "nuotrauka praleista", "vaizdo įrašas praleistas", "garso įrašas praleistas", "garsas praleistas", "lipdukas praleistas", "gif praleistas", "dokumentas praleistas", "kontakto kortelė praleista",
  // lv
  "attēls izlaists", "attēls nav iekļauts", "video izlaists", "video nav iekļauts", "audio izlaists", "audio nav iekļauts", "uzlīme izlaista", "gif izlaists", "dokuments izlaists", "dokuments nav iekļauts",
  // mk
  "сликата е изоставена", "изоставена слика", "видеото е изоставено", "изоставено видео", "аудиото е изоставено", "изоставено аудио", "налепницата е изоставена", "gif-от е изоставен", "документот е изоставен",
  // ml
  "ചിത്രം ഒഴിവാക്കി", "ചിത്രം ഒഴിവാക്കിയിരിക്കുന്നു", "വീഡിയോ ഒഴിവാക്കി", "വീഡിയോ ഒഴിവാക്കിയിരിക്കുന്നു", "ഓഡിയോ ഒഴിവാക്കി", "സ്റ്റിക്കർ ഒഴിവാക്കി", "gif ഒഴിവാക്കി", "ഡോക്യുമെന്റ് ഒഴിവാക്കി",
  // mr
  "प्रतिमा वगळली", "प्रतिमा वगळली आहे", "इमेज वगळली", "फोटो वगळला", "व्हिडिओ वगळला", "व्हिडिओ वगळला आहे", "व्हिडीओ वगळला", "ऑडिओ वगळला", "ऑडिओ वगळला आहे", "स्टिकर वगळले", "gif वगळले", "दस्तऐवज वगळला",
  // ms
  "imej diabaikan", "imej tidak disertakan", "imej ditinggalkan", "gambar diabaikan", "video diabaikan", "video ditinggalkan", "audio diabaikan", "audio ditinggalkan", "pelekat diabaikan", "pelekat tidak disertakan", "gif diabaikan", "dokumen diabaikan",
  // nb
  "bilde utelatt", "bildet er utelatt", "bilde er utelatt", "video utelatt", "videoen er utelatt", "lyd utelatt", "lydfil utelatt", "klistremerke utelatt", "sticker utelatt", "gif utelatt", "dokument utelatt", "kontaktkort utelatt",
  // nl
  "foto weggelaten", "contactkaartje weggelaten", "contact weggelaten", "videobericht weggelaten",
  // pa
  "ਤਸਵੀਰ ਛੱਡ ਦਿੱਤੀ ਗਈ", "ਤਸਵੀਰ ਛੱਡੀ ਗਈ", "ਚਿੱਤਰ ਛੱਡਿਆ ਗਿਆ", "ਚਿੱਤਰ ਛੱਡ ਦਿੱਤਾ ਗਿਆ", "ਫੋਟੋ ਛੱਡ ਦਿੱਤੀ ਗਈ", "ਇਮੇਜ ਛੱਡੀ ਗਈ", "ਵੀਡੀਓ ਛੱਡ ਦਿੱਤੀ ਗਈ", "ਵੀਡੀਓ ਛੱਡੀ ਗਈ", "ਵੀਡੀਓ ਛੱਡਿਆ ਗਿਆ", "ਆਡੀਓ ਛੱਡ ਦਿੱਤੀ ਗਈ", "ਆਡੀਓ ਛੱਡੀ ਗਈ", "ਆਡੀਓ ਛੱਡਿਆ ਗਿਆ", "ਸਟਿੱਕਰ ਛੱਡ ਦਿੱਤਾ ਗਿਆ", "ਸਟਿੱਕਰ ਛੱਡਿਆ ਗਿਆ", "gif ਛੱਡ ਦਿੱਤੀ ਗਈ", "gif ਛੱਡਿਆ ਗਿਆ", "ਦਸਤਾਵੇਜ਼ ਛੱਡ ਦਿੱਤਾ ਗਿਆ", "ਦਸਤਾਵੇਜ਼ ਛੱਡਿਆ ਗਿਆ",
  // pl
  "pominięto grafikę", "grafika pominięta", "pominięto zdjęcie", "zdjęcie pominięte", "pominięto wideo", "wideo pominięte", "film został pominięty", "pominięto plik wideo", "pominięto plik audio", "pominięto audio", "dźwięk pominięty", "audio pominięte", "pominięto naklejkę", "pominięto gif", "gif pominięty", "plik gif pominięty", "pominięto dokument", "dokument pominięty", "pominięto kartę kontaktu", "karta kontaktu pominięta", "pominięto wizytówkę",
  // pt-BR, pt-PT
  "vídeo omitido", "gif omitido", "documento omitido", "figurinha ocultada", "gif ocultado", "documento ocultado", "cartão de contato ocultado", "cartão de contato omitido", "contato omitido", "foto ocultada", "sticker omitido", "imagem não incluída", "vídeo não incluído", "áudio não incluído", "autocolante omitido", "cartão de contacto omitido", "cartão de contacto não revelado", "contacto não revelado", "autocolante não revelado",
  // ro
  "imagine omisă", "imaginea a fost omisă", "imagine exclusă", "fotografie omisă", "videoclip omis", "video omis", "videoclipul a fost omis", "videoclip exclus", "audio exclus", "fișier audio omis", "sticker exclus", "autocolant omis", "gif exclus", "document omis", "document exclus", "fișă de contact omisă", "card de contact omis", "carte de vizită omisă",
  // ru
  "изображение пропущено", "фото отсутствует", "фото пропущено", "картинка пропущена", "видео пропущено", "аудио отсутствует", "аудио пропущено", "аудиофайл пропущен", "стикер отсутствует", "стикер пропущен", "gif пропущен", "gif-анимация отсутствует", "gif не добавлен", "карточка контакта отсутствует", "карточка контакта пропущена", "контакт отсутствует",
  // sk
  "obrázok bol vynechaný", "obrázok vynechaný", "obrázok je vynechaný", "video bolo vynechané", "video vynechané", "zvuk bol vynechaný", "zvuk vynechaný", "audio vynechané", "nálepka bola vynechaná", "nálepka vynechaná", "gif bol vynechaný", "gif vynechaný", "dokument bol vynechaný", "dokument vynechaný", "karta kontaktu vynechaná", "karta kontaktu bola vynechaná",
  // sl
  "slika izpuščena", "slika je izpuščena", "izpuščena slika", "videoposnetek izpuščen", "videoposnetek je izpuščen", "video izpuščen", "zvok izpuščen", "zvočni posnetek izpuščen", "nalepka izpuščena", "gif izpuščen", "dokument izpuščen",
  // sq
  "imazhi u hoq", "imazhi u la jashtë", "imazhi është hequr", "imazhi u përjashtua", "videoja u hoq", "videoja u la jashtë", "video u hoq", "audioja u hoq", "audio u hoq", "ngjitësi u hoq", "gif u hoq", "dokumenti u hoq",
  // sr
  "слика изостављена", "слика је изостављена", "видео изостављен", "видео је изостављен", "видео снимак је изостављен", "аудио изостављен", "аудио је изостављен", "звук је изостављен", "налепница је изостављена", "налепница изостављена", "gif је изостављен", "документ је изостављен", "документ изостављен", "slika je izostavljena", "nalepnica je izostavljena",
  // sv
  "bild utelämnad", "bild har utelämnats", "bilden har utelämnats", "bild utesluten", "bild utelämnades", "video utelämnad", "video har utelämnats", "videon har utelämnats", "video utesluten", "ljud utelämnat", "ljud har utelämnats", "ljudfil utelämnad", "dekal utelämnad", "klistermärke utelämnat", "sticker utelämnad", "gif utelämnad", "gif har utelämnats", "dokument utelämnat", "dokument har utelämnats", "kontaktkort utelämnat", "kontaktkort har utelämnats",
  // sw
  "picha haijajumuishwa", "picha imeachwa", "picha imeondolewa", "video haijajumuishwa", "video imeachwa", "video imeondolewa", "sauti haijajumuishwa", "sauti imeachwa", "stika imeachwa", "stika haijajumuishwa", "gif imeachwa", "hati imeachwa", "hati haijajumuishwa",
  // ta
  "படம் தவிர்க்கப்பட்டது", "படம் விடப்பட்டது", "படம் நீக்கப்பட்டது", "வீடியோ தவிர்க்கப்பட்டது", "வீடியோ விடப்பட்டது", "காணொளி தவிர்க்கப்பட்டது", "ஆடியோ தவிர்க்கப்பட்டது", "ஆடியோ விடப்பட்டது", "ஸ்டிக்கர் தவிர்க்கப்பட்டது", "gif தவிர்க்கப்பட்டது", "ஆவணம் தவிர்க்கப்பட்டது",
  // te
  "చిత్రం తొలగించబడింది", "చిత్రం మినహాయించబడింది", "చిత్రం వదిలివేయబడింది", "ఫోటో తొలగించబడింది", "వీడియో తొలగించబడింది", "వీడియో మినహాయించబడింది", "వీడియో వదిలివేయబడింది", "ఆడియో తొలగించబడింది", "ఆడియో మినహాయించబడింది", "స్టిక్కర్ తొలగించబడింది", "gif తొలగించబడింది", "పత్రం తొలగించబడింది",
  // th
  "ไม่รวมรูปภาพ", "รูปภาพถูกละไว้", "รูปภาพไม่ถูกรวม", "ละเว้นรูปภาพ", "ไม่รวมวิดีโอ", "วิดีโอถูกละไว้", "ละเว้นวิดีโอ", "ไม่รวมเสียง", "เสียงถูกละไว้", "ไม่รวมไฟล์เสียง", "ละเว้นเสียง", "ไม่รวมสติกเกอร์", "ละเว้นสติกเกอร์", "ไม่รวม gif", "ไม่รวมเอกสาร", "ละเว้นเอกสาร",
  // tr
  "resim dahil edilmedi", "fotoğraf dahil edilmedi", "gif dahil edilmedi", "doküman dahil edilmedi", "kişi kartı dahil edilmedi", "ses dosyası dahil edilmedi", "görüntülü mesaj dahil edilmedi",
  // uk
  "зображення пропущено", "зображення не додано", "фото пропущено", "відео пропущено", "відео відсутнє", "відео не додано", "аудіо пропущено", "аудіо відсутнє", "аудіофайл пропущено", "аудіо не додано", "стікер пропущено", "наліпку пропущено", "наклейку пропущено", "стикер пропущено", "gif пропущено", "gif відсутній", "документ пропущено", "документ відсутній", "документ не додано", "картку контакту пропущено", "контакт пропущено",
  // ur
  "تصویر شامل نہیں", "تصویر شامل نہیں ہے", "تصویر شامل نہیں کی گئی", "تصویر چھوڑ دی گئی", "تصویر حذف کر دی گئی", "تصویر نکال دی گئی", "ویڈیو شامل نہیں", "ویڈیو شامل نہیں ہے", "ویڈیو شامل نہیں کی گئی", "ویڈیو چھوڑ دی گئی", "ویڈیو حذف کر دی گئی", "آڈیو شامل نہیں", "آڈیو شامل نہیں کی گئی", "آڈیو چھوڑ دی گئی", "آڈیو حذف کر دی گئی", "اسٹیکر شامل نہیں", "اسٹیکر چھوڑ دیا گیا", "gif شامل نہیں", "gif چھوڑ دی گئی", "دستاویز شامل نہیں", "دستاویز چھوڑ دی گئی", "رابطہ کارڈ شامل نہیں",
  // uz
  "rasm qoldirib ketilgan", "rasm kiritilmagan", "rasm o'tkazib yuborilgan", "video qoldirib ketilgan", "video kiritilmagan", "audio qoldirib ketilgan", "audio kiritilmagan", "stiker kiritilmagan", "gif kiritilmagan", "hujjat kiritilmagan",
  // vi
  "đã bỏ qua hình ảnh", "hình ảnh bị bỏ qua", "bỏ qua hình ảnh", "hình ảnh đã bị bỏ qua", "đã bỏ qua ảnh", "đã bỏ qua video", "video bị bỏ qua", "bỏ qua video", "video đã bị bỏ qua", "đã bỏ qua âm thanh", "âm thanh bị bỏ qua", "đã bỏ qua tệp âm thanh", "đã bỏ qua nhãn dán", "nhãn dán bị bỏ qua", "đã bỏ qua gif", "gif bị bỏ qua", "đã bỏ qua tài liệu", "tài liệu bị bỏ qua", "đã bỏ qua thẻ liên hệ",
  // zh-CN
  "图片已忽略", "图像已省略", "忽略图片", "图片已省略", "照片已忽略", "视频已忽略", "忽略视频", "视频已省略", "音频已忽略", "忽略音频", "音频已省略", "语音已忽略", "贴图已忽略", "表情已忽略", "忽略表情", "贴纸已忽略", "gif已忽略", "gif 已忽略", "忽略 gif", "忽略gif", "文档已忽略", "文件已忽略", "忽略文档", "联系人卡片已忽略", "忽略联系人名片", "名片已忽略",
  // zh-HK, zh-TW
  "已略去圖片", "圖像已略去", "忽略圖片", "已忽略圖片", "圖片已忽略", "已省略圖片", "略去圖片", "影片已略去", "已略去影片", "忽略影片", "已忽略影片", "影片已忽略", "視訊已略去", "已省略影片", "略去影片", "音訊已略去", "已略去音訊", "忽略音訊", "已忽略音訊", "語音訊息已略去", "錄音已略去", "已略去錄音", "貼圖已略去", "已略去貼圖", "忽略貼圖", "已忽略貼圖", "gif已略去", "gif 已略去", "已略去 gif", "已略去gif", "忽略 gif", "文件已略去", "已略去文件", "忽略文件", "已忽略文件", "聯絡人卡片已略去", "已略去聯絡人卡片", "忽略聯絡人名片", "聯絡人名片已略去",
]; // prettier-ignore

/** Missed calls, by voice and by video. */
export const missedCallWords: readonly string[] = [
  "تماس صوتی از دست رفته", "تماس تصویری بی‌پاسخ", "تماس تصویری از دست رفته", "تماس ویدیویی بی‌پاسخ", "تماس ویدئویی بی‌پاسخ", "تماس ویدیویی از دست رفته", "مكالمة صوتية لم يرد عليها", "مكالمة فيديو لم يرد عليها", "مكالمة مرئية فائتة",
  "ویڈیو کال مس ہو گئی", "مسڈ ویڈیو کال", "مسڈ وائس کال", "مسڈ کال", "وائس کال مس ہو گئی", "چھوٹی ہوئی ویڈیو کال", "چھوٹی ہوئی وائس کال", "মিস করা ভিডিও কল", "মিস করা ভয়েস কল", "মিসড্ ভিডিও কল", "মিসড্ ভয়েস কল",
  "ਖੁੰਝੀ ਵੀਡੀਓ ਕਾਲ", "ਖੁੰਝੀ ਵੌਇਸ ਕਾਲ", "ਖੁੰਝੀ ਹੋਈ ਵੀਡੀਓ ਕਾਲ", "ਖੁੰਝੀ ਹੋਈ ਵੌਇਸ ਕਾਲ", "ਮਿਸਡ ਵੀਡੀਓ ਕਾਲ", "ਮਿਸਡ ਵੌਇਸ ਕਾਲ", "ਮਿਸ ਹੋਈ ਵੀਡੀਓ ਕਾਲ", "મિસ્ડ વિડિઓ કૉલ", "મિસ્ડ વૉઇસ કૉલ", "મિસ્ડ વીડિયો કૉલ", "મિસ થયેલો વિડિઓ કૉલ", "ચૂકી ગયેલ વિડિઓ કૉલ", "ચૂકી ગયેલ વૉઇસ કૉલ", "છૂટી ગયેલો વિડિઓ કૉલ",
  "छूटी वॉइस कॉल", "छूटी वीडियो कॉल", "छूटा वीडियो कॉल", "मिस्ड व्हिडिओ कॉल", "मिस्ड व्हॉइस कॉल", "चुकलेला व्हिडिओ कॉल", "apel vocal nepreluat", "apel video nepreluat", "apel vocal ratat", "apel video ratat", "videoapel pierdut", "videoapel nepreluat",
  "χαμένη κλήση βίντεο", "χαμένη βιντεοκλήση", "χαμένη φωνητική κλήση", "αναπάντητη κλήση βίντεο", "αναπάντητη κλήση", "שיחת וידאו שלא נענתה", "שיחת וידאו שלא נענית", "שיחה קולית שלא נענתה", "שיחת קול שלא נענתה", "שיחת וידיאו שלא נענתה", "שיחה שלא נענתה",
  "zmeškaný hlasový hovor", "zmeškané hlasové volanie", "zmeškaný videohovor", "zmeškané videovolanie", "zmeškaný video hovor", "missat videosamtal", "missat röstsamtal", "missat samtal", "tapt videoanrop", "tapt taleanrop", "tapt anrop", "ubesvart videoanrop", "ubesvart taleanrop", "ubesvart anrop", "mistet videoopkald", "mistet taleopkald", "mistet opkald", "ubesvaret videoopkald", "ubesvaret taleopkald", "ubesvaret opkald", "mistet stemmeopkald", "ubesvaret stemmeopkald",
  "nem fogadott hívás", "elmulasztott videohívás", "elmulasztott hanghívás", "vastaamaton videopuhelu", "vastaamaton äänipuhelu", "vastaamaton puhelu", "ei vastattu videopuhelu", "propušten videopoziv", "propušten glasovni poziv", "propušteni videopoziv", "propušteni glasovni poziv", "propušten video poziv", "propušteni video poziv", "пропуштен видео позив", "пропуштен гласовни позив", "пропуснато видеообаждане", "пропуснато гласово обаждане", "пропуснато видео обаждане", "zgrešen videoklic", "zgrešen glasovni klic", "neodgovorjen videoklic", "neodgovorjen glasovni klic",
  "未接視像通話", "未接語音來電", "未接視訊來電", "未接視像來電", "未接视频来电", "未接语音来电", "未接來電", "未接来电", "ビデオ通話不在着信", "不在着信 (ビデオ通話)", "不在着信(ビデオ通話)", "音声通話の不在着信", "ビデオ通話の不在着信", "부재중 음성 통화", "부재중 영상 통화", "부재중 전화", "cuộc gọi video nhỡ", "cuộc gọi thoại nhỡ", "cuộc gọi nhỡ", "cuộc gọi thoại bị nhỡ", "สายวิดีโอที่ไม่ได้รับ", "สายที่ไม่ได้รับ", "สายเสียงที่ไม่ได้รับ", "สายวิดีโอคอลที่ไม่ได้รับ", "panggilan video tidak terjawab", "panggilan suara tidak terjawab", "panggilan video terlepas", "panggilan suara terlepas", "simu ya video ambayo haikujibiwa", "simu ya video uliyokosa", "simu ya sauti uliyokosa",
  "videollamada sin contestar", "videotrucada perduda", "trucada de veu perduda", "trucada perduda", "appel manqué", "appel vidéo sans réponse", "chamada perdida", "ligação perdida", "videochamada perdida", "gemiste oproep", "gemist videogesprek", "gemist spraakgesprek", "nieodebrane połączenie", "nieodebrana rozmowa wideo", "cevapsız arama", "пропущенный звонок", "пропущенный видеовызов", "пропущенный голосовой звонок", "пропущений дзвінок", "пропущений відеовиклик", "пропущений голосовий виклик", "пропущений голосовий дзвінок",
  "தவறிய வீடியோ அழைப்பு", "தவறிய குரல் அழைப்பு", "మిస్డ్ వీడియో కాల్", "మిస్డ్ వాయిస్ కాల్", "മിസ്ഡ് വീഡിയോ കോൾ", "മിസ്ഡ് വോയ്‌സ് കോൾ", "ಮಿಸ್ಡ್ ವೀಡಿಯೊ ಕರೆ", "ಮಿಸ್ಡ್ ಧ್ವನಿ ಕರೆ", "vastamata videokõne", "vastamata häälkõne", "neatbildēts videozvans", "neatbildēts balss zvans", "praleistas vaizdo skambutis", "praleistas balso skambutis", "thirrje video e humbur", "thirrje zanore e humbur", "пропуштен видеоповик", "пропуштен гласовен повик", "buraxılmış video zəng", "buraxılmış səsli zəng", "өткізіп алынған видеоқоңырау", "өткізіп алынған аудиоқоңырау", "o'tkazib yuborilgan video qo'ng'iroq", "hindi nasagot na video call", "hindi nasagot na voice call", "hindi nasagot na tawag",
]; // prettier-ignore

/** Messages that were deleted, by the sender and by the holder of the phone. */
export const deletedWords: readonly string[] = [
  "this message was deleted by an admin", "you deleted this message for everyone", "this message has been deleted", "you deleted this message as an admin",
  "הודעה זו נמחקה", "ההודעה הזו נמחקה", "ההודעה נמחקה", "מחקת הודעה זו", "מחקת את ההודעה הזו", "מחקת את ההודעה", "حذفت هذه الرسالة", "قمت بحذف هذه الرسالة", "این پیام حذف شده است", "این پیام پاک شد", "شما این پیام را پاک کردید", "آپ نے یہ پیغام حذف کر دیا", "آپ نے یہ پیغام حذف کیا", "یہ پیغام حذف کر دیا گیا", "یہ میسج ڈیلیٹ کر دیا گیا", "آپ نے یہ میسج ڈیلیٹ کر دیا",
  "ਇਹ ਸੁਨੇਹਾ ਮਿਟਾ ਦਿੱਤਾ ਗਿਆ", "ਇਹ ਸੁਨੇਹਾ ਮਿਟਾਇਆ ਗਿਆ", "ਤੁਸੀਂ ਇਹ ਸੁਨੇਹਾ ਮਿਟਾ ਦਿੱਤਾ", "ਇਹ ਮੈਸੇਜ ਡਿਲੀਟ ਕਰ ਦਿੱਤਾ ਗਿਆ", "આ સંદેશ ડિલીટ કરવામાં આવ્યો", "આ સંદેશ કાઢી નાખવામાં આવ્યો", "આ મેસેજ ડિલીટ કરવામાં આવ્યો", "તમે આ સંદેશ ડિલીટ કર્યો", "તમે આ મેસેજ ડિલીટ કર્યો", "आपने यह मैसेज हटाया", "आपने यह मैसेज डिलीट किया", "यह मैसेज डिलीट कर दिया गया", "आपने यह संदेश हटाया", "हा संदेश हटवला गेला", "हा मेसेज डिलीट केला गेला", "तुम्ही हा मेसेज डिलीट केला", "এই বার্তাটি মুছে ফেলা হয়েছে", "আপনি এই বার্তাটি মুছে ফেলেছেন", "এই মেসেজটি মুছে ফেলা হয়েছে",
  "táto správa bola odstránená", "táto správa bola vymazaná", "odstránili ste túto správu", "vymazali ste túto správu", "odstranili jste tuto zprávu", "tuto zprávu jste odstranili", "tuto zprávu jste smazali", "ova poruka je izbrisana", "ova je poruka izbrisana", "izbrisali ste ovu poruku", "ова порука је избрисана", "избрисали сте ову поруку", "to sporočilo je bilo izbrisano", "izbrisali ste to sporočilo", "оваа порака е избришана", "ја избришавте поракава", "това съобщение е изтрито", "това съобщение беше изтрито", "изтрихте това съобщение", "ky mesazh u fshi", "ju e fshitë këtë mesazh", "e fshitë këtë mesazh",
  "ข้อความนี้ถูกลบแล้ว", "ข้อความนี้ถูกลบ", "คุณลบข้อความนี้แล้ว", "คุณได้ลบข้อความนี้", "คุณลบข้อความนี้", "mesej ini telah dipadam", "mesej ini telah dipadamkan", "anda memadamkan mesej ini", "anda telah memadam mesej ini", "anda telah menghapus pesan ini", "binura ang mensaheng ito", "na-delete ang mensaheng ito", "binura mo ang mensaheng ito", "ujumbe huu umefutwa", "ujumbe huu ulifutwa", "umefuta ujumbe huu", "bạn đã xoá tin nhắn này", "tin nhắn này đã bị xoá", "bạn đã thu hồi tin nhắn này",
  "aquest missatge s'ha suprimit", "s'ha suprimit aquest missatge", "heu suprimit aquest missatge", "has suprimit aquest missatge", "se eliminó este mensaje por un admin", "αυτό το μήνυμα διαγράφτηκε", "διαγράψατε το μήνυμα", "το μήνυμα αυτό διαγράφηκε", "ez az üzenet törölve lett", "ezt az üzenetet törölte", "az üzenetet törölték", "törölted az üzenetet", "ön törölte ezt az üzenetet", "mesajul a fost șters", "see sõnum kustutati", "kustutasid selle sõnumi", "kustutasite selle sõnumi", "ši žinutė buvo ištrinta", "jūs ištrynėte šią žinutę", "ši žinutė ištrinta", "šī ziņa tika dzēsta", "jūs izdzēsāt šo ziņu", "šis ziņojums tika dzēsts", "bu mesaj silinib", "siz bu mesajı sildiniz", "бұл хабар жойылды", "сіз бұл хабарды жойдыңыз", "bu xabar o'chirildi", "siz bu xabarni o'chirdingiz", "bu xabar o'chirib tashlandi",
  "இந்த செய்தி நீக்கப்பட்டது", "நீங்கள் இந்த செய்தியை நீக்கிவிட்டீர்கள்", "ఈ సందేశం తొలగించబడింది", "మీరు ఈ సందేశాన్ని తొలగించారు", "ഈ സന്ദേശം ഇല്ലാതാക്കി", "നിങ്ങൾ ഈ സന്ദേശം ഇല്ലാതാക്കി", "ಈ ಸಂದೇಶವನ್ನು ಅಳಿಸಲಾಗಿದೆ", "ನೀವು ಈ ಸಂದೇಶವನ್ನು ಅಳಿಸಿದ್ದೀರಿ", "このメッセージを削除しました", "このメッセージは管理者によって削除されました", "이 메시지는 삭제되었습니다", "이 메시지를 삭제했습니다", "이 메시지가 삭제되었습니다", "您刪除了此訊息", "你已刪除此訊息", "你刪除了這則訊息", "這則訊息已被刪除", "這則訊息已刪除", "你删除了这条消息", "这条消息已被删除", "该消息已被删除", "此消息已被删除", "你已删除此消息", "您已删除这条消息",
]; // prettier-ignore
