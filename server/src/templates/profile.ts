/** The unit profile: values that are the writer's own and the same in every draft. */
import { LIMITS } from './types';

/** Name to what the writer is asked for it. */
export const PROFILE = {
  单位全称: '本单位的全称，如××市人民政府办公室',
  单位简称: '行文中对本单位的简称，如市政府办公室',
  规范化简称: '发文机关标志和署名用的规范化简称，没有就填全称',
  发文机关代字: '发文字号里的代字，如×政办发',
  领导称谓: '讲话、主持中对本单位主要负责同志的称谓，如张主任',
  本地区名: '本单位所在的地区，如××市',
  上级地区: '本地区所属的省、市，如××省××市；街道、乡镇、开发区写到所在的县区',
  相关地区: '文稿里常提到、不算旧稿残留的其他地区，用、隔开',
  领导姓名: '本地区、本单位领导的职务和姓名，用、隔开，如县委书记张某某、县长李某某',
} as const;
export type ProfileName = keyof typeof PROFILE;

/** Values of a profile file or setting; what is unknown, empty or of the wrong form is left out. Never throws. */
export function readProfile(value: unknown): Map<string, string> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(
    entries.flatMap(([name, text]): [string, string][] => {
      const fits = isProfileName(name) && typeof text === 'string' && text.length <= LIMITS.value;
      return fits && text.trim() !== '' ? [[name, text.trim()]] : [];
    }),
  );
}

export function isProfileName(name: string): name is ProfileName {
  return Object.hasOwn(PROFILE, name);
}
